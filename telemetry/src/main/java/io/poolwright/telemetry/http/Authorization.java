package io.poolwright.telemetry.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** What a page asks for before it answers. The secret is asked for at each fetch, so that a new one needs no restart. */
public final class Authorization {
    private static final Authorization NONE = new Authorization(Optional::empty);

    private final Supplier<Optional<String>> header;

    private Authorization(Supplier<Optional<String>> header) {
        this.header = header;
    }

    /** Nothing is asked for. */
    public static Authorization none() {
        return NONE;
    }

    /** A token, as in RFC 6750; none is sent while there is none. */
    public static Authorization bearer(Supplier<Optional<String>> token) {
        return new Authorization(() -> token.get().map(secret -> "Bearer " + secret));
    }

    /** A name and a password, as in RFC 7617; none is sent while there is no password. */
    public static Authorization basic(String user, Supplier<Optional<String>> password) {
        return new Authorization(() -> password.get()
                .map(secret -> "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8))));
    }

    /** The line of the request, its end included; empty text for none. */
    String line() throws IOException {
        String value = header.get().orElse("");
        if (value.chars().anyMatch(letter -> letter < ' ' || letter > '~')) {
            throw new IOException("the secret has a character that no header may have, such as a line's end");
        }
        return value.isEmpty() ? "" : "Authorization: " + value + "\r\n";
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
