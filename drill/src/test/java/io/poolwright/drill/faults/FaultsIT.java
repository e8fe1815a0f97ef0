package io.poolwright.drill.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.drill.BalancerKind;
import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;
import io.poolwright.drill.StackOptions;
import io.poolwright.drill.shop.Behaviour;
import io.poolwright.drill.stack.HttpCall;
import io.poolwright.drill.stack.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsIT {
    private static final Duration SETTLED = Duration.ofSeconds(5); // HikariCP's gauges are up to 1 s old

    @TempDir
    private static Path folder;

    private static RunningStack stack;

    private final Wish load = new Wish();

    @BeforeAll
    static void start() throws IOException {
        stack = RunningStack.start(StackOptions.in(folder).with(BalancerKind.AUTO));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    static Stream<Fault> faults() {
        return FaultCatalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void mayBeAppliedTwiceAndRevertedTwice(Fault fault) throws Exception {
        load.rate(fault.rate());
        String healthy = state();

        fault.apply(stack, load);
        assertThat(Waiting.until(() -> !state().equals(healthy), SETTLED)).isTrue();
        String broken = state();
        fault.apply(stack, load);
        assertThat(state()).isEqualTo(broken);

        fault.revert(stack, load);
        fault.revert(stack, load);
        assertThat(Waiting.until(() -> state().equals(healthy), SETTLED)).isTrue();
        assertThat(HttpCall.post(stack.entry()).status()).isEqualTo(200);
        stack.behaviour(now -> Behaviour.NORMAL);
    }

    /** All that a fault may change, as text. */
    private String state() {
        String metrics = page().lines()
                .filter(line -> line.startsWith("hikaricp_connections_max"))
                .toList()
                .toString();
        return String.join(
                "\n",
                metrics,
                stack.behaviour().query(),
                stack.property("spring.datasource.hikari.data-source-properties.socketTimeout"),
                "limit " + stack.balancer().limit("shop-1"),
                sql("SELECT count(*) FROM pg_indexes WHERE tablename = 'orders'"),
                sql("SELECT count(*) FROM pg_file_settings WHERE name = 'idle_session_timeout'"),
                load.toString());
    }

    private static String page() {
        try {
            return HttpCall.get(stack.instances().get(0).metrics()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sql(String query) {
        try (Statement statement = stack.superuser().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** What was asked of the customers. */
    private static final class Wish implements Load {
        private volatile double rate;
        private volatile int retries;

        @Override
        public void rate(double perSecond) {
            rate = perSecond;
        }

        @Override
        public void clientRetries(int n) {
            retries = n;
        }

        @Override
        public String toString() {
            return rate + "/s, " + retries + " retries";
        }
    }
}
