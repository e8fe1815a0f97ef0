package io.poolwright.server.state;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened and is to be remembered.
 *
 * @param at when it happened, which may be before it is told
 * @param service the service that it happened to, when it is one
 * @param title one line
 * @param detail a JSON object with what else is known; {@code {}} when nothing is
 * @param author who told: {@code user:ann}, {@code token:ann/deploy}, {@code poolwright}
 */
public record NewEvent(
        Instant at, EventKind kind, Optional<String> service, String title, String detail, String author) {
    /** Characters; titles are lines of a list. */
    public static final int LONGEST_TITLE = 500;

    /** Characters; services are names. */
    public static final int LONGEST_SERVICE = 200;

    /** Characters of the detail's JSON. */
    public static final int LONGEST_DETAIL = 65_536;

    /** The author of what the server itself saw. */
    public static final String OURSELVES = "poolwright";

    public NewEvent {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(author, "author");
        Limits.demand("title", title, LONGEST_TITLE);
        service.ifPresent(it -> Limits.demand("service", it, LONGEST_SERVICE));
        Limits.demand("detail", detail, LONGEST_DETAIL);
    }

    /** Something that the server itself saw. */
    public static NewEvent seen(Instant at, EventKind kind, Optional<String> service, String title, String detail) {
        return new NewEvent(at, kind, service, title, detail, OURSELVES);
    }
}
