package io.poolwright.drill.load;

/**
 * What happened to connections in a span of time (counts).
 *
 * @param opened connections established
 * @param reused attempts sent on a connection that had served one before
 * @param failed connections that could not be established; those given up by a client timeout are not among them
 */
public record Connections(long opened, long reused, long failed) {
    static final Connections NONE = new Connections(0, 0, 0);

    Connections plus(Connections other) {
        return new Connections(opened + other.opened, reused + other.reused, failed + other.failed);
    }
}
