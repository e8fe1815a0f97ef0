package io.poolwright.telemetry.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.log.LiveLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NginxLogTest {
    private static final Owner WEB = new Owner("web", "");
    private static final String COMBINED =
            "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent \"$http_referer\" \"$http_user_agent\" $request_time $upstream_response_time $pipe";

    @TempDir
    private Path folder;

    @Test
    void readsNamedFieldsTryByTry() throws IOException {
        Seen seen = after(
                NginxLog.follow(WEB, file()),
                "10.0.0.1 - - \"GET / HTTP/1.1\" 200 12 rt=0.310 uct=\"-, 0.010\" urt=\"0.100, 0.200\" ua=\"10.0.0.5:80, 10.0.0.6:80\" us=\"504, 200\"");

        assertThat(seen.readings())
                .extracting(Reading::toString)
                .containsExactly(
                        "web/server/10.0.0.5:80 use_time.sum=0.1 use_time.count=1.0 timeouts=1.0 borrows=1.0",
                        "web/server/10.0.0.6:80 wait_time.sum=0.01 wait_time.count=1.0 use_time.sum=0.2 use_time.count=1.0 timeouts=0.0 borrows=1.0");
    }

    @Test
    void readsUnquotedListsAndInternalRedirects() throws IOException {
        Seen seen = after(NginxLog.follow(WEB, file()), "x rt=1 uct=0.001, 0.002 : 0.003 urt=0.100, 0.200 : 0.300 end");

        assertThat(seen.readings().get(0))
                .hasToString(
                        "web/server/upstreams wait_time.sum=0.006 wait_time.count=3.0 use_time.sum=0.6000000000000001 use_time.count=3.0 borrows=3.0");
    }

    @Test
    void readsJson() throws IOException {
        Seen seen = after(
                NginxLog.follow(WEB, file()),
                "{\"request\":\"GET /?urt=9 HTTP/1.1\",\"status\":502,\"upstream_connect_time\":\"-\",\"upstream_response_time\":\"0.500\",\"upstream_addr\":\"unix:/a.sock\",\"tags\":{\"a\":[1]}}");

        assertThat(seen.readings())
                .extracting(Reading::toString)
                .containsExactly("web/server/unix:/a.sock use_time.sum=0.5 use_time.count=1.0 borrows=1.0");
        assertThat(seen.notices())
                .extracting(Notice::text)
                .containsExactly(
                        "nginx log %s: 1 × answered 502 since the look before".formatted(folder.resolve("access.log")));
    }

    @Test
    void readsAFormatThatIsGiven() throws IOException {
        Seen seen = after(
                NginxLog.follow(WEB, file(), COMBINED),
                "10.0.0.1 - - [21/Nov/2026:18:00:00 +0000] \"GET /a b HTTP/1.1\" 503 12 \"-\" \"agent\" 0.310 0.100, 0.200 .");

        assertThat(seen.readings().get(0))
                .hasToString("web/server/upstreams use_time.sum=0.30000000000000004 use_time.count=2.0 borrows=2.0");
        assertThat(seen.notices()).hasSize(1);
    }

    @Test
    void aListInQuotesEndsWithThem() {
        assertThat(LogFormat.parse("$status \"$upstream_addr\" $pipe").read("200 \"a:1, b:2\" ."))
                .contains(Map.of("status", "200", "upstream_addr", "a:1, b:2", "pipe", "."));
    }

    @Test
    void aRequestThatNoUpstreamServedIsNoPools() throws IOException {
        Seen seen = after(NginxLog.follow(WEB, file()), "x rt=0.000 uct=- urt=-", "x rt=0.000 uct=\"\" urt=\"\"");

        assertThat(seen.readings()).isEmpty();
        assertThat(seen.notices()).isEmpty();
    }

    @Test
    void whatAClientWritesDoesNotCount() throws IOException {
        Seen seen = after(NginxLog.follow(WEB, file()), "\"GET / urt=9 HTTP/1.1\" 200 uct=0.001 urt=0.200");

        assertThat(seen.readings().get(0)).asString().contains("use_time.sum=0.2 ");
    }

    @Test
    void aLineOfAnotherFormatIsCounted() throws IOException {
        Seen seen = after(NginxLog.follow(WEB, file()), "10.0.0.1 - - \"GET / HTTP/1.1\" 200 12", "{\"broken");

        assertThat(seen.readings()).isEmpty();
        assertThat(seen.notices()).extracting(Notice::text).first().asString().contains("2 of 2 lines");
    }

    @Test
    void aFormatNeedsATextBetweenVariables() {
        assertThatThrownBy(() -> LogFormat.parse("$a$b")).hasMessageContaining("with a text between variables");
        assertThatThrownBy(() -> LogFormat.parse("cost $")).isInstanceOf(IllegalArgumentException.class);
        assertThat(LogFormat.parse("${a}:$b").read("1:2")).contains(Map.of("a", "1", "b", "2"));
    }

    @Property(tries = 1000)
    void neverThrowsOnAnyLine(@ForAll String text) {
        assertThat(LogFormat.parse(COMBINED).read(text)).isEmpty();
        NamedFields.read(text);
        NamedFields.read("{" + text);
        NamedFields.read("urt=" + text);
        assertThat(UpstreamList.split(text)).isNotEmpty();
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("access.log"), "");
    }

    private Seen after(LiveLog log, String... lines) throws IOException {
        try (log) {
            log.collect();
            Files.writeString(folder.resolve("access.log"), String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
            return log.collect().value().orElseThrow();
        }
    }
}
