package io.poolwright.config.datasource;

import io.poolwright.config.pool.Effective;
import io.poolwright.config.pool.Fate;
import io.poolwright.config.pool.Written;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of a pool or a driver as settings of a stack.
 *
 * @param owner whose they are, for what is missing: {@code pool 'shop'}
 * @param product for the source of defaults: {@code HikariCP 7.1.0}
 * @param guessed whether defaults hang on a version that nobody wrote down
 */
record InForce(String owner, String product, boolean guessed) {

    Setting<Duration> time(Effective effective) {
        return setting(effective, effective.known() ? duration(effective) : Bound.FOREVER);
    }

    /** A time of which zero or less means never. */
    Setting<Duration> timeOrNever(Effective effective) {
        return time(effective.endlessAtZero());
    }

    Setting<Long> count(Effective effective) {
        return setting(effective, effective.known() ? effective.value().getAsLong() : Bound.UNLIMITED);
    }

    Setting<Boolean> flag(Effective effective) {
        return setting(effective, effective.yes());
    }

    /** A text that needs no reading. */
    Setting<String> text(Written written) {
        return written.known()
                ? Setting.declared(written.name(), written.text(), written.text(), written.origin())
                : Setting.unresolved(written.name(), missing(written.name(), written.text()), written.origin());
    }

    private static Duration duration(Effective effective) {
        long millis = effective.value().getAsLong();
        return millis == Effective.FOREVER ? Bound.FOREVER : Duration.ofMillis(millis);
    }

    private <T> Setting<T> setting(Effective effective, T value) {
        String name = effective.name();
        Optional<Written> written = effective.written();
        if (!effective.known()) {
            String missing = effective.fate() == Fate.REFUSED
                    ? "%s of %s: it does not start, for %s".formatted(name, owner, effective.why())
                    : missing(name, effective.why());
            return written.<Setting<T>>map(text -> Setting.unresolved(name, missing, text.origin()))
                    .orElseGet(() -> Setting.unknown(name, missing));
        }
        if (written.isEmpty()) {
            String of = effective.fate() == Fate.DEFAULTED ? product : product + ", but " + effective.why();
            return guessed ? Setting.guessed(name, value, of) : Setting.defaulted(name, value, of);
        }
        Written text = written.get();
        return effective.fate() == Fate.KEPT
                ? Setting.declared(name, value, text.text(), text.origin())
                : Setting.replaced(name, value, text.text(), text.origin(), effective.why());
    }

    private String missing(String name, String why) {
        String plain = why.startsWith("${the version of") ? why.substring(2, why.length() - 1) : why;
        return plain.startsWith("the version of")
                ? "%s, for %s of %s; write it under versions in poolwright.yaml".formatted(plain, name, owner)
                : "%s of %s (%s is not in the files)".formatted(name, owner, why);
    }
}
