package io.poolwright.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.drill.shop.Demand;
import io.poolwright.drill.stack.HttpCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunningStackIT {
    private static final String HIKARI = "spring.datasource.hikari.";
    private static final String SOCKET_TIMEOUT = HIKARI + "data-source-properties.socketTimeout";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = BalancerKind.class,
            names = {"HAPROXY", "EMBEDDED"})
    void servesThroughEachBalancerWhileItIsRedeployedAndScaled(BalancerKind kind) throws Exception {
        List<URI> gone = new ArrayList<>();
        try (RunningStack stack = RunningStack.start(StackOptions.in(folder).with(kind))) {
            HttpResponse<String> first = checkout(stack);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("x-run-id")).contains(stack.runId());
            assertThat(stack.instances()).extracting(Instance::name).containsExactly("shop-1", "shop-2");
            assertThat(metrics(stack))
                    .contains("http_server_requests_seconds_count{")
                    .contains("http_server_requests_active_seconds_count{")
                    .contains("http_server_requests_resent_total ")
                    .contains("hikaricp_connections_max{pool=\"shop\"} 20.0")
                    .contains("executor_pool_max_threads{name=\"http-workers\"} 200.0")
                    .contains("executor_active_threads{")
                    .contains("process_cpu_time_ns_total ")
                    .contains("process_start_time_seconds ")
                    .contains("system_cpu_count ")
                    .contains("application_info{application=\"shop\",version=\"1.0.0\"} 1");

            List<String> told = new ArrayList<>();
            stack.redeploy(Map.of(SOCKET_TIMEOUT, "1"), stack.nextVersion(), () -> told.add("first"));
            assertThat(told).containsExactly("first");
            assertThat(stack.property(SOCKET_TIMEOUT)).isEqualTo("1");
            assertThat(metrics(stack)).contains("version=\"1.0.1\"");
            assertThat(checkout(stack).statusCode()).isEqualTo(200);

            stack.replacePools(Map.of(HIKARI + "maximum-pool-size", "3", HIKARI + "minimum-idle", "3"));
            stack.behaviour(now -> now.withDemand(new Demand(2, 0.5, true)));
            assertThat(checkout(stack).statusCode()).isEqualTo(200);
            assertThat(metrics(stack))
                    .contains("hikaricp_connections_max{pool=\"shop\"} 3.0")
                    .doesNotContain("hikaricp_connections_max{pool=\"shop\"} 20.0")
                    .contains("hikaricp_connections_usage_seconds_bucket{pool=\"shop\",le=\"+Inf\"}");

            stack.balancer().limit("shop-1", 7);
            stack.scaleOut();
            stack.scaleOut();
            assertThat(stack.instances()).hasSize(3);
            assertThat(stack.balancer().limit("shop-3")).isEqualTo(7);
            assertThat(served(stack)).contains("shop-3");
            stack.scaleIn();
            stack.scaleIn();
            assertThat(stack.instances()).hasSize(2);
            assertThat(served(stack)).doesNotContain("shop-3");
            stack.instances().forEach(instance -> gone.add(instance.metrics()));
            gone.add(stack.entry());
        }
        assertThat(gone).allSatisfy(address -> assertThat(answers(address)).isFalse());
    }

    private List<String> served(RunningStack stack) throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            names.addAll(checkout(stack).headers().allValues("x-shop-instance"));
        }
        return names;
    }

    private HttpResponse<String> checkout(RunningStack stack) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(stack.entry())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Of the instance that has served; the timer of requests exists from the first one on. */
    private String metrics(RunningStack stack) throws IOException {
        StringBuilder pages = new StringBuilder();
        for (Instance instance : stack.instances()) {
            pages.append(HttpCall.get(instance.metrics()).body());
        }
        return pages.toString();
    }

    private static boolean answers(URI address) {
        try {
            HttpCall.get(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
