package io.poolwright.server.answers;

import org.springframework.http.HttpStatus;

/** Statuses in words. */
final class Statuses {
    private Statuses() {}

    static String title(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Status " + status : known.getReasonPhrase();
    }
}
