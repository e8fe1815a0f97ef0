package io.poolwright.model.stack;

import io.poolwright.model.Origin;
import java.util.Optional;

/**
 * A place on the network that a part listens at or calls.
 *
 * @param host a name or an address; {@code *} for every address of the part's own host
 * @param port empty when it is not written and has no default
 * @param at where it is written, if somewhere
 */
public record Address(String host, Optional<Integer> port, Optional<Origin> at) {

    /** An address that is written somewhere. */
    public static Address of(String host, int port, Origin at) {
        return new Address(host, Optional.of(port), Optional.of(at));
    }

    @Override
    public String toString() {
        return port.map(number -> host + ":" + number).orElse(host);
    }
}
