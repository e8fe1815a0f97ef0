package io.poolwright.telemetry.pgbouncer;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.telemetry.FakeSource;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.wire.Peer;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LivePgBouncerTest {
    @Test
    void aWayToLogInThatIsNotKnownIsSaid() {
        byte[] kerberos = {'R', 0, 0, 0, 8, 0, 0, 0, 7};

        assertThat(look(kerberos))
                .contains("asks for a way to log in that is not known here (7); accepted: plain, md5, scram-sha-256");
    }

    @Test
    void anAddressIsAUrlOrAPeer() {
        assertThat(LivePgBouncer.peer("jdbc:postgresql://h:6432/pgbouncer?user=x"))
                .isEqualTo(Peer.tcp("h", 6432));
        assertThat(LivePgBouncer.peer("[::1]:6432")).isEqualTo(Peer.tcp("::1", 6432));
        assertThat(LivePgBouncer.peer("/run/postgresql/.s.PGSQL.6432")).isInstanceOf(Peer.Unix.class);
    }

    @Test
    void aMessageWithoutEndIsRefused() {
        assertThat(look(new byte[] {'R', 0x7f, 0, 0, 0})).contains("is not PostgreSQL's protocol");
    }

    @Property(tries = 200)
    void neverThrowsWhateverItIsTold(@ForAll byte[] said) {
        assertThat(look(said)).startsWith("pgbouncer 127.0.0.1:").doesNotContain("sesame");
    }

    private static String look(byte[] said) {
        try (FakeSource source = FakeSource.onTcp(FakeSource.answer(said));
                LivePgBouncer live = new LivePgBouncer(
                        new Owner("pooler", ""),
                        Peer.tcp("127.0.0.1", source.port()),
                        "watch",
                        () -> "sesame",
                        Duration.ofMillis(300))) {
            return ((Answer.Silent<?>) live.collect()).reason();
        }
    }
}
