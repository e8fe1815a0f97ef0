package io.poolwright.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.poolwright.telemetry.FakeSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsPageTest {
    @TempDir
    private static Path folder;

    private static HttpsServer server;
    private static SSLContext trusting;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, "changeit".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance("SunX509");
        own.init(store, "changeit".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trusting));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void aPageOfATrustedServerIsRead() throws IOException {
        assertThat(page("localhost", server.getAddress().getPort(), trusting.getSocketFactory())
                        .fetch())
                .asString()
                .isEqualTo("hello");
    }

    @Test
    void aServerThatNobodyTrustsIsNotAsked() {
        SSLSocketFactory ordinary = (SSLSocketFactory) SSLSocketFactory.getDefault();

        assertThatThrownBy(() -> page("localhost", server.getAddress().getPort(), ordinary)
                        .fetch())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no trusted TLS connection: ");
    }

    @Test
    void aCertificateOfAnotherHostIsNotTrusted() {
        assertThatThrownBy(() -> page("127.0.0.1", server.getAddress().getPort(), trusting.getSocketFactory())
                        .fetch())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no trusted TLS connection: ");
    }

    @Test
    void aHandshakeThatNeverEndsIsGivenUp() {
        try (FakeSource source = FakeSource.onTcp(FakeSource.drops("\u0016\u0003\u0003\u003f\u003f"))) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> page("localhost", source.port(), trusting.getSocketFactory())
                            .fetch())
                    .isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static HttpPage page(String host, int port, SSLSocketFactory tls) {
        return new HttpPage(
                URI.create("https://%s:%d/metrics".formatted(host, port)),
                Duration.ofSeconds(2),
                1000,
                TargetPolicy.WRITTEN_DOWN,
                Authorization.none(),
                tls);
    }
}
