package io.poolwright.config.php;

import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Bytes;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns entries into settings with their origins. */
final class PhpValues {
    private PhpValues() {}

    /** A pool time, where 0 is "off". */
    static Setting<Duration> time(String name, Optional<PhpIniEntry> entry, Setting<Duration> otherwise) {
        return entry.map(one -> PhpQuantity.time(one.value())
                        .map(time ->
                                Setting.declared(name, time.isZero() ? Bound.FOREVER : time, one.value(), one.origin()))
                        .orElseGet(() -> unresolved(name, one)))
                .orElse(otherwise);
    }

    /** A whole number of seconds of php.ini; 0 and less are no limit. */
    static Setting<Duration> seconds(String name, Optional<PhpIniEntry> entry, Setting<Duration> otherwise) {
        return entry.map(one -> PhpQuantity.seconds(one.value())
                        .map(seconds -> Setting.declared(
                                name,
                                seconds <= 0 ? Bound.FOREVER : Duration.ofSeconds(seconds),
                                one.value(),
                                one.origin()))
                        .orElseGet(() -> unresolved(name, one)))
                .orElse(otherwise);
    }

    static Setting<Long> count(String name, Optional<PhpIniEntry> entry, Setting<Long> otherwise) {
        return entry.map(one -> PhpQuantity.count(one.value())
                        .map(count -> Setting.declared(name, (long) count, one.value(), one.origin()))
                        .orElseGet(() -> unresolved(name, one)))
                .orElse(otherwise);
    }

    /** An amount of memory; −1 is no limit, which no amount can say, so it is as large as can be. */
    static Setting<Bytes> size(String name, Optional<PhpIniEntry> entry, Setting<Bytes> otherwise) {
        if (entry.isEmpty()) {
            return otherwise;
        }
        PhpIniEntry one = entry.get();
        OptionalLong size = PhpQuantity.size(one.value());
        if (size.isEmpty()) {
            return unresolved(name, one);
        }
        Bytes bytes = new Bytes(size.getAsLong() < 0 ? Long.MAX_VALUE : size.getAsLong());
        return Setting.declared(name, bytes, one.value(), one.origin());
    }

    static Setting<String> text(String name, Optional<PhpIniEntry> entry, Setting<String> otherwise) {
        return entry.map(one -> one.isUnknown()
                        ? PhpValues.<String>unresolved(name, one)
                        : Setting.declared(name, one.value(), one.value(), one.origin()))
                .orElse(otherwise);
    }

    static <T> Setting<T> unresolved(String name, PhpIniEntry entry) {
        return Setting.unresolved(
                name, "%s at %s is '%s'".formatted(name, entry.origin(), entry.value()), entry.origin());
    }
}
