package io.poolwright.drill.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The request as it goes over the wire, encoded once for each attempt number.
 *
 * <p>The header {@code x-envoy-attempt-count} (Envoy's router filter: 1 for the first attempt) tells servers a retry apart.
 */
final class RequestBytes {
    private final String head;
    private final List<ByteBuf> byAttempt = new ArrayList<>();

    RequestBytes(Verb verb, URI target) {
        String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        this.head = "%s %s%s HTTP/1.1\r\nHost: %s:%d\r\nUser-Agent: poolwright\r\n%s"
                .formatted(
                        verb,
                        path,
                        query,
                        target.getHost(),
                        target.getPort(),
                        verb == Verb.POST ? "Content-Length: 0\r\n" : "");
    }

    /** A view of the bytes for the {@code n}-th attempt, from 1, to be written once. */
    ByteBuf attempt(int n) {
        while (byAttempt.size() < n) {
            String whole = head + "x-envoy-attempt-count: " + (byAttempt.size() + 1) + "\r\n\r\n";
            byte[] bytes = whole.getBytes(StandardCharsets.US_ASCII);
            byAttempt.add(Unpooled.unreleasableBuffer(
                    Unpooled.directBuffer(bytes.length).writeBytes(bytes).asReadOnly()));
        }
        return byAttempt.get(n - 1).duplicate();
    }
}
