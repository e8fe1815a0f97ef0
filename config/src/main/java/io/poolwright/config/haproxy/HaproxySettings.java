package io.poolwright.config.haproxy;

import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Setting;
import java.time.Duration;

/** Turns what a configuration says into settings in force: 0 is no limit, and what nobody can tell is unknown. */
final class HaproxySettings {
    static final String HAPROXY = "HAProxy";

    private HaproxySettings() {}

    /** A time; 0 is for ever. */
    static Setting<Duration> time(String name, HaproxyValue<Duration> value, Setting<Duration> otherwise) {
        return of(name, value, otherwise).map(time -> time.isZero() ? Bound.FOREVER : time);
    }

    /** A limit; 0 is unlimited. */
    static Setting<Long> limit(String name, HaproxyValue<Long> value, Setting<Long> otherwise) {
        return of(name, value, otherwise).map(count -> count == 0 ? (Long) Bound.UNLIMITED : count);
    }

    static <T> Setting<T> of(String name, HaproxyValue<T> value, Setting<T> otherwise) {
        if (value instanceof HaproxyValue.Written<T> written) {
            return Setting.declared(name, written.value(), written.raw(), written.line());
        }
        if (value instanceof HaproxyValue.Undecided<T> undecided) {
            String missing = "%s (%s)".formatted(name, undecided.reason());
            return undecided
                    .origin()
                    .map(at -> Setting.<T>unresolved(name, missing, at))
                    .orElseGet(() -> Setting.unknown(name, missing));
        }
        return otherwise;
    }

    static Setting<Duration> never(String name) {
        return Setting.defaulted(name, Bound.FOREVER, HAPROXY);
    }

    static Setting<Long> unlimited(String name) {
        return Setting.defaulted(name, Bound.UNLIMITED, HAPROXY);
    }
}
