package io.poolwright.server.ui;

/** An address asks for a time that makes no sense. */
final class BadSpanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSpanException(String found, String accepted) {
        super("found %s; accepted: %s".formatted(found, accepted), null, false, false);
    }
}
