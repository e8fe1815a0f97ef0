package io.poolwright.telemetry.phpfpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.telemetry.FakeSource;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.wire.Peer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LivePhpFpmTest {
    private static final Duration DEADLINE = Duration.ofMillis(300);
    private static final Owner SHOP = new Owner("shop", "");

    @Test
    void readsWhatPhpFpmWrites() {
        byte[] recorded = FakeSource.recorded(LivePhpFpmTest.class, "php-fpm-8.2.json");

        assertThat(reading(new String(recorded, StandardCharsets.UTF_8)))
                .hasToString("shop/workers/www used=0.0 idle=1.0 total=1.0 pending_requests=0.0 borrows=0.0");
    }

    @Test
    void aQueueWithoutLengthIsUnknownNotEmpty() {
        Reading reading = reading("{'pool':'www','active processes':2,'listen queue':0,'listen queue len':0}");

        assertThat(reading.get(Signal.PENDING)).isEmpty();
        assertThat(reading.reason(Signal.PENDING)).contains("'listen queue len' is 0");
    }

    @Test
    void aStaticPoolHasAsManyAsItMay() {
        assertThat(reading("{'pool':'www','process manager':'static','active processes':2,'total processes':5}")
                        .get(Signal.MAX))
                .hasValue(5);
        assertThat(reading("{'pool':'www','process manager':'dynamic','active processes':2,'total processes':5}")
                        .get(Signal.MAX))
                .isEmpty();
    }

    @Test
    void reachingTheLimitIsToldOnce() {
        String status = "{'pool':'www','active processes':2,'max children reached':%d}";
        LivePhpFpm fpm = of(status.formatted(4), status.formatted(4), status.formatted(7));

        assertThat(fpm.collect().value().orElseThrow().notices()).isEmpty();
        assertThat(fpm.collect().value().orElseThrow().notices()).isEmpty();
        assertThat(fpm.collect().value().orElseThrow().notices())
                .containsExactly(new Notice(
                        Notice.Kind.LIMIT,
                        "PHP-FPM pool www reached pm.max_children another 3 times since the look before"));
    }

    @Test
    void aNumberThatIsNoneIsUnknown() {
        assertThat(reading("{'pool':'www','active processes':'2','idle processes':-1}"))
                .hasToString("shop/workers/www");
    }

    @Test
    void anAddressIsASocketAndAPathOrAPage() {
        assertThat(StatusSource.at("fcgi://h:9000/status", DEADLINE).name()).isEqualTo("h:9000/status");
        assertThat(StatusSource.at("unix:/run/php/fpm.sock:/status", DEADLINE).name())
                .isEqualTo("/run/php/fpm.sock/status");
        assertThat(StatusSource.at("http://h/status?json", DEADLINE).name()).isEqualTo("http://h/status");
        for (String address : List.of("h:9000", "fcgi://h:9000", "unix:/run/php/fpm.sock", "ftp://h:1/x", "")) {
            assertThatThrownBy(() -> StatusSource.at(address, DEADLINE)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theStatusPathIsAPath() {
        assertThatThrownBy(() -> StatusSource.fastCgi(Peer.tcp("h", 1), "status?full", DEADLINE))
                .hasMessageContaining("write: /status");
    }

    @Property(tries = 300)
    void neverThrowsWhateverItIsTold(@ForAll String said) {
        assertThat(of(said).collect()).isInstanceOf(Answer.Silent.class);
    }

    @Property(tries = 100)
    void neverThrowsWhateverTheSocketSays(@ForAll byte[] said) {
        try (FakeSource source = FakeSource.onTcp(FakeSource.answer(said))) {
            StatusSource socket = StatusSource.fastCgi(Peer.tcp("127.0.0.1", source.port()), "/status", DEADLINE);

            assertThat(((Answer.Silent<?>) new LivePhpFpm(SHOP, socket).collect()).reason())
                    .startsWith("php-fpm 127.0.0.1:%d/status: ".formatted(source.port()));
        }
    }

    private static Reading reading(String status) {
        return of(status).collect().value().orElseThrow().readings().get(0);
    }

    private static LivePhpFpm of(String... said) {
        List<String> pages = new ArrayList<>(List.of(said));
        return new LivePhpFpm(SHOP, new StatusSource() {
            @Override
            public byte[] read() {
                return pages.remove(0).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public String name() {
                return "test";
            }
        });
    }
}
