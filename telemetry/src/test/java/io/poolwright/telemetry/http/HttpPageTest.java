package io.poolwright.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.telemetry.FakeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
        "HTTP/1.1 302 Found~Location: /~~, answered 302",
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

    private static String fetch(String answer, int mostBytes) throws IOException {
        byte[] bytes = answer.replace("~", "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (FakeSource source = FakeSource.onTcp(FakeSource.answer(bytes))) {
            byte[] body = new HttpPage(source.uri("/metrics"), Duration.ofSeconds(2), mostBytes).fetch();
            return new String(body, StandardCharsets.US_ASCII);
        }
    }
}
