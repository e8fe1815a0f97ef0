package io.poolwright.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.telemetry.FakeSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpPageTest {
    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK~Content-Length: 5~~hello",
        "HTTP/1.0 200 OK~~hello",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2~he~3;x=y~llo~0~~",
        "HTTP/1.1 200~transfer-encoding:  Chunked~~5~hello~0~~"
    })
    void readsEveryWayToSendABody(String answer) throws IOException {
        assertThat(fetch(answer, 1000)).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 503 Busy~~, answered 503",
        "HTTP/1.1 302 Found~~, answered 302",
        "HTTP/1.1 302 Found~Location: http://a:b@169.254.169.254/latest?token=c~~, 'answered 302, and would lead to http://169.254.169.254/latest, which is not followed'",
        "HTTP/1.1 200 OK~Content-Type: text/html~~hello, 'answered with text/html, which is no page of numbers'",
        "HTTP/1.1 200 OK~Content-Type: application/octet-stream~~x, 'answered with application/octet-stream, which is no page of numbers'",
        "HTTP/1.1 200 OK~Content-Encoding: br~~x, answer is compressed with br",
        "HTTP/1.1 200 OK~Content-Length: 9~~hello, answer was cut off at 5 of 9 bytes",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~9~hello, answer was cut off within its chunks",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~5~hello, answer was cut off within its chunks",
        "HTTP/1.1 200 OK~Transfer-Encoding: gzip~~x, answer has the transfer encoding gzip",
        "SSH-2.0~~, answer is not HTTP",
        "'', closed the connection without an answer"
    })
    void saysWhyThereIsNoBody(String answer, String reason) {
        assertThatThrownBy(() -> fetch(answer, 1000))
                .isInstanceOf(IOException.class)
                .hasMessage(reason);
    }

    @Test
    void refusesMoreThanItsCap() {
        assertThatThrownBy(() -> fetch("HTTP/1.1 200 OK~~hello", 20))
                .isInstanceOf(IOException.class)
                .hasMessage("answer is longer than 20 bytes");
    }

    @Test
    void aServerThatLeavesTheConnectionOpenIsNotWaitedFor() throws IOException {
        byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII);
        FakeSource.Script open = (client, end) -> {
            client.write(ByteBuffer.wrap(answer));
            end.await();
        };
        try (FakeSource source = FakeSource.onTcp(open)) {
            byte[] body = new HttpPage(source.uri("/"), Duration.ofSeconds(20), 1000).fetch();
            assertThat(new String(body, StandardCharsets.US_ASCII)).isEqualTo("hello");
        }
    }

    @Test
    void whatIsCompressedIsReadUpToItsCap() throws IOException {
        assertThat(new String(fetch(gzip("hello".repeat(100)), 500), StandardCharsets.US_ASCII))
                .isEqualTo("hello".repeat(100));
        assertThatThrownBy(() -> fetch(gzip("hello".repeat(100)), 499))
                .isInstanceOf(IOException.class)
                .hasMessage("answer is longer than 499 bytes");
    }

    @Test
    void aSecretIsSentAndNeverTold() throws IOException {
        FakeSource.Script script = (client, end) -> {
            client.write(ByteBuffer.wrap("HTTP/1.1 401 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        };
        try (FakeSource source = FakeSource.onTcp(script)) {
            HttpPage page = new HttpPage(
                    source.uri("/metrics?key=k3y"),
                    Duration.ofSeconds(2),
                    1000,
                    TargetPolicy.WRITTEN_DOWN,
                    Authorization.basic("scraper", () -> Optional.of("s3cret")));

            assertThatThrownBy(page::fetch).hasMessage("answered 401");
            assertThat(page.where()).doesNotContain("k3y").doesNotContain("s3cret");
        }
        assertThat(Authorization.basic("scraper", () -> Optional.of("s3cret")).line())
                .isEqualTo("Authorization: Basic c2NyYXBlcjpzM2NyZXQ=\r\n");
        assertThat(Authorization.bearer(() -> Optional.of("t0ken")).line())
                .isEqualTo("Authorization: Bearer t0ken\r\n");
        assertThat(Authorization.bearer(Optional::empty).line()).isEmpty();
        assertThatThrownBy(() ->
                        Authorization.bearer(() -> Optional.of("t0ken\r\nX: y")).line())
                .isInstanceOf(IOException.class)
                .message()
                .doesNotContain("t0ken");
    }

    private static byte[] fetch(byte[] answer, int mostBytes) throws IOException {
        try (FakeSource source = FakeSource.onTcp(FakeSource.answer(answer))) {
            return new HttpPage(source.uri("/metrics"), Duration.ofSeconds(2), mostBytes).fetch();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        try (GZIPOutputStream body = new GZIPOutputStream(answer)) {
            body.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return answer.toByteArray();
    }

    private static String fetch(String answer, int mostBytes) throws IOException {
        byte[] bytes = answer.replace("~", "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (FakeSource source = FakeSource.onTcp(FakeSource.answer(bytes))) {
            byte[] body = new HttpPage(source.uri("/metrics"), Duration.ofSeconds(2), mostBytes).fetch();
            return new String(body, StandardCharsets.US_ASCII);
        }
    }
}
