package io.poolwright.telemetry.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * A page that is fetched again and again with HTTP GET, over a new connection each time, so that a server that accepts
 * nobody any more is seen.
 *
 * <p>A plain socket: no threads, no connection pool of its own. Source: RFC 9112 (HTTP/1.1). No redirects are followed.
 * An https page needs a certificate that the JVM trusts ({@code javax.net.ssl.trustStore}).
 */
public final class HttpPage {
    private static final int FIRST_BUFFER = 16 * 1024;

    private final URI uri;
    private final String host;
    private final int port;
    private final String request;
    private final Duration deadline;
    private final int mostBytes;
    private final TargetPolicy policy;
    private final Authorization authorization;
    private final SSLSocketFactory tls;

    /** How long the answer was last time (bytes): the next one is about as long. */
    private volatile int lastLength;

    /**
     * A page that an administrator wrote down, and that asks for no password.
     *
     * @param uri {@code http://host[:port]/path}
     * @param deadline longest a fetch takes in all, from connecting to the last byte
     * @param mostBytes longest answer accepted, in bytes
     */
    public HttpPage(URI uri, Duration deadline, int mostBytes) {
        this(uri, deadline, mostBytes, TargetPolicy.WRITTEN_DOWN, Authorization.none());
    }

    /**
     * @param uri {@code http[s]://host[:port]/path}
     * @param deadline longest a fetch takes in all, from connecting to the last byte
     * @param mostBytes longest answer accepted, in bytes
     * @param policy which addresses may be asked
     * @param authorization what the page asks for
     */
    public HttpPage(URI uri, Duration deadline, int mostBytes, TargetPolicy policy, Authorization authorization) {
        this(uri, deadline, mostBytes, policy, authorization, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    HttpPage(
            URI uri,
            Duration deadline,
            int mostBytes,
            TargetPolicy policy,
            Authorization authorization,
            SSLSocketFactory tls) {
        TargetPolicy.check(uri);
        this.uri = uri;
        Place place = Place.of(uri);
        this.host = place.host();
        this.port = place.port();
        this.request = request(uri);
        this.deadline = deadline;
        this.mostBytes = mostBytes;
        this.policy = policy;
        this.authorization = authorization;
        this.tls = tls;
    }

    /** The body of the page; throws an {@link IOException} that says in words why there is none. */
    public byte[] fetch() throws IOException {
        byte[] asked = (request + authorization.line() + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Wire wire = Wire.open(policy.resolve(host), port, deadline)) {
            Wire talk = isSecure() ? wire.secured(tls, host, port) : wire;
            talk.write(asked);
            return HttpAnswer.body(everything(talk), mostBytes);
        } catch (UnknownHostException e) {
            throw new IOException("host '%s' is not known".formatted(host), e);
        } catch (SocketTimeoutException e) {
            throw new IOException("no answer within %d ms".formatted(deadline.toMillis()), e);
        } catch (SSLException e) {
            throw new IOException("no trusted TLS connection: %s".formatted(e.getMessage()), e);
        }
    }

    /** Where the page is. */
    public URI uri() {
        return uri;
    }

    /** Where the page is, for people: without a query, in which there might be a secret. */
    public String where() {
        return "%s://%s%s"
                .formatted(uri.getScheme(), uri.getRawAuthority(), Objects.requireNonNullElse(uri.getRawPath(), ""));
    }

    /** Another page of the same host, asked for in the same way. */
    public HttpPage at(URI other) {
        return new HttpPage(other, deadline, mostBytes, policy, authorization, tls);
    }

    private boolean isSecure() {
        return "https".equals(uri.getScheme());
    }

    private byte[] everything(Wire wire) throws IOException {
        int expected = lastLength;
        byte[] buffer = new byte[Math.min(Math.max(FIRST_BUFFER, expected + expected / 16), mostBytes)];
        int length = 0;
        while (true) {
            int read = wire.read(buffer, length, buffer.length - length);
            if (read < 0) {
                lastLength = length;
                return Arrays.copyOf(buffer, length);
            }
            length += read;
            if (HttpAnswer.isWhole(buffer, length)) {
                lastLength = length;
                return Arrays.copyOf(buffer, length);
            }
            if (length == buffer.length) {
                if (length >= mostBytes) {
                    throw new IOException("answer is longer than %d bytes".formatted(mostBytes));
                }
                buffer = Arrays.copyOf(buffer, (int) Math.min(mostBytes, buffer.length * 2L));
            }
        }
    }

    /** The request up to the headers that each fetch adds. */
    private static String request(URI uri) {
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return String.join(
                "\r\n",
                "GET %s%s HTTP/1.1".formatted(path.isEmpty() ? "/" : path, query),
                "Host: " + uri.getRawAuthority(),
                "User-Agent: poolwright",
                "Accept: text/plain, application/openmetrics-text;q=0.5, application/json;q=0.4",
                "Connection: close",
                "");
    }
}
