package io.poolwright.telemetry.page;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.ServerSample;
import io.poolwright.telemetry.prometheus.MetricsPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedSet;

/**
 * One frontend of HAProxy, the backend behind it and its servers, from HAProxy's own metrics page.
 *
 * <p>Source: HAProxy, addons/promex/README; read on 2.6.12. A backend's queue counts only requests that any server may
 * take, so those that wait for one server are added.
 */
final class HaproxyPage {
    /** The metric that every page of HAProxy's has. */
    static final String MARK = "haproxy_process_current_connections";

    static final List<String> PREFIXES = List.of(
            MARK,
            "haproxy_frontend_http_requests_total",
            "haproxy_frontend_http_responses_total",
            "haproxy_backend_",
            "haproxy_server_");

    private final Focus focus;

    HaproxyPage(Focus focus) {
        this.focus = focus;
    }

    Answer<BalancerSample> read(MetricsPage page) {
        try {
            String frontend = only(page, "haproxy_frontend_http_requests_total", "frontend", focus.frontend());
            String backend = only(page, "haproxy_backend_http_responses_total", "backend", focus.backend());
            List<ServerSample> servers = servers(page, backend);
            long queue = count(page, "haproxy_backend_current_queue", "proxy", backend)
                    + servers.stream().mapToLong(ServerSample::queue).sum();
            return Answer.of(new BalancerSample(
                    "haproxy",
                    count(page, "haproxy_frontend_http_requests_total", "proxy", frontend),
                    count(page, "haproxy_frontend_http_responses_total", "proxy", frontend, "code", "5xx"),
                    (int) Math.min(Integer.MAX_VALUE, queue),
                    count(page, "haproxy_backend_connection_errors_total", "proxy", backend),
                    count(page, "haproxy_backend_retry_warnings_total", "proxy", backend),
                    number(page, "haproxy_backend_queue_time_average_seconds", "proxy", backend),
                    number(page, "haproxy_backend_response_time_average_seconds", "proxy", backend),
                    servers));
        } catch (Missing e) {
            return Answer.silent(e.reason);
        }
    }

    private static List<ServerSample> servers(MetricsPage page, String backend) throws Missing {
        List<ServerSample> servers = new ArrayList<>();
        SortedSet<String> names = page.labelValues("haproxy_server_current_sessions", "server");
        for (String name : names) {
            String[] one = {"proxy", backend, "server", name};
            if (page.gauge("haproxy_server_current_sessions", one).isEmpty()) {
                continue; // a server of another backend
            }
            OptionalDouble max = page.gauge("haproxy_server_limit_sessions", one);
            servers.add(new ServerSample(
                    name,
                    isUp(page, backend, name),
                    (int) count(page, "haproxy_server_current_sessions", one),
                    max.isPresent() && max.getAsDouble() > 0
                            ? OptionalInt.of((int) max.getAsDouble())
                            : OptionalInt.empty(),
                    (int) count(page, "haproxy_server_current_queue", one),
                    count(page, "haproxy_server_sessions_total", one),
                    number(page, "haproxy_server_response_time_average_seconds", one)));
        }
        return servers;
    }

    private static boolean isUp(MetricsPage page, String backend, String server) throws Missing {
        OptionalDouble up = page.gauge("haproxy_server_status", "proxy", backend, "server", server, "state", "UP");
        return up.isPresent()
                ? up.getAsDouble() == 1
                : number(page, "haproxy_server_status", "proxy", backend, "server", server) == 1; // before 2.4
    }

    private static String only(MetricsPage page, String metric, String what, Optional<String> wanted) throws Missing {
        SortedSet<String> names = page.labelValues(metric, "proxy");
        if (wanted.isPresent()) {
            return wanted.get();
        }
        if (names.size() != 1) {
            throw new Missing("the page has %d %ss that speak HTTP and none was named".formatted(names.size(), what));
        }
        return names.first();
    }

    private static long count(MetricsPage page, String metric, String... labels) throws Missing {
        return Math.round(number(page, metric, labels));
    }

    private static double number(MetricsPage page, String metric, String... labels) throws Missing {
        OptionalDouble value = page.gauge(metric, labels);
        if (value.isEmpty() || !(value.getAsDouble() >= 0) || value.getAsDouble() > Long.MAX_VALUE) {
            throw new Missing("the page has no %s of '%s'".formatted(metric, labels[1]));
        }
        return value.getAsDouble();
    }

    private static final class Missing extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Missing(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
