package io.poolwright.telemetry.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.log.LiveLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaproxyLogTest {
    private static final String SYSLOG = "Nov 21 18:00:00 lb haproxy[123]: ";
    private static final String HTTP =
            "10.0.1.2:33317 [06/Feb/2009:12:14:14.655] edge shop/%s %s 200 2750 - - %s 1/1/1/1/0 0/0 \"GET /index.html HTTP/1.1\"";

    @TempDir
    private Path folder;

    @Test
    void addsUpWaitsAndUsesOfAServerAndItsBackend() throws IOException {
        Seen seen = after(
                SYSLOG + HTTP.formatted("one", "10/300/30/69/409", "----"),
                HTTP.formatted("one", "0/100/0/100/200", "----"));

        assertThat(seen.readings())
                .extracting(Reading::toString)
                .containsExactly(
                        "lb/server/shop wait_time.sum=0.4 wait_time.count=2.0 use_time.sum=0.199 use_time.count=2.0 timeouts=0.0 borrows=2.0",
                        "lb/server/shop/one wait_time.sum=0.4 wait_time.count=2.0 use_time.sum=0.199 use_time.count=2.0 timeouts=0.0 borrows=2.0");
        assertThat(seen.notices()).isEmpty();
    }

    @Test
    void aTimeoutInTheQueueIsOneOfTheBackend() throws IOException {
        Seen seen = after(
                HTTP.formatted("<NOSRV>", "0/5000/-1/-1/5000", "sQ--"),
                HTTP.formatted("one", "0/5000/-1/-1/5000", "sQ--"));

        assertThat(seen.readings())
                .extracting(Reading::toString)
                .containsExactly(
                        "lb/server/shop wait_time.sum=10.0 wait_time.count=2.0 timeouts=2.0",
                        "lb/server/shop/one wait_time.sum=5.0 wait_time.count=1.0 timeouts=1.0");
        assertThat(seen.notices())
                .extracting(Notice::text)
                .containsExactly("haproxy log %s: 2 × sQ: waited longer than timeout queue since the look before"
                        .formatted(folder.resolve("haproxy.log")));
    }

    @Test
    void readsTcpLines() {
        Optional<HaproxyLine> line = HaproxyLine.parse(
                SYSLOG + "10.0.1.2:33313 [06/Feb/2009:12:12:51.443] fnt~ bck/srv1 2000/0/5007 212 -- 0/0/0/0/3 0/0");

        assertThat(line).contains(new HaproxyLine("fnt", "bck", Optional.of("srv1"), 2, 0, 3.007, "--"));
    }

    @Test
    void aRequestThatNeverGotToABackendIsNoPools() throws IOException {
        Seen seen = after(
                "10.0.1.2:33317 [06/Feb/2009:12:14:14.655] edge edge/<NOSRV> -1/-1/-1/-1/0 400 0 - - PR-- 1/1/0/0/0 0/0 \"<BADREQ>\"",
                "10.0.1.2:33317 [06/Feb/2009:12:14:14.655] edge edge/<NOSRV> -1/-1/-1/-1/0 503 0 - - PC-- 1/1/0/0/0 0/0 \"<BADREQ>\"");

        assertThat(seen.readings()).extracting(Reading::toString).containsExactly("lb/frontend/edge refused=1.0");
    }

    @Test
    void aLineWrittenBeforeItsEndSaysNothingOfUse() {
        assertThat(HaproxyLine.parse(HTTP.formatted("one", "10/300/30/69/+409", "----"))
                        .orElseThrow()
                        .held())
                .isEqualTo(-1);
    }

    @Test
    void whatClientsWriteStandsBehindWhatIsRead() throws IOException {
        Seen seen = after(HTTP.formatted("one", "0/0/0/1/1", "----")
                .replace("/index.html", "/[06/Feb/2009:12:14:14.655] edge x/y 0/0/0/0/0"));

        assertThat(seen.readings()).extracting(it -> it.pool().name()).containsExactly("shop", "shop/one");
    }

    @Test
    void aLineOfAnotherFormatIsCountedAndNotGuessed() throws IOException {
        Seen seen = after("{\"client\":\"10.0.0.1\",\"tw\":3}", SYSLOG + "Server shop/one is DOWN.");

        assertThat(seen.readings()).isEmpty();
        assertThat(seen.notices())
                .extracting(Notice::text)
                .containsExactly("haproxy log %s: 1 of 2 lines are not of the format that was named; they are left out"
                        .formatted(folder.resolve("haproxy.log")));
    }

    @Property(tries = 1000)
    void neverThrowsOnAnyLine(@ForAll String text) {
        HaproxyLine.parse(text);
        HaproxyLine.parse("[06/Feb/2009:12:14:14.655] " + text);
        assertThat(HaproxyLine.parse("[06/Feb/2009:12:14:14.655] f b/s 0/0/" + text))
                .isNotNull();
    }

    private Seen after(String... lines) throws IOException {
        Path file = folder.resolve("haproxy.log");
        Files.writeString(file, "");
        try (LiveLog log = HaproxyLog.follow(new Owner("lb", ""), file)) {
            log.collect();
            Files.writeString(file, String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
            return log.collect().value().orElseThrow();
        }
    }
}
