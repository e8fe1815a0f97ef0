package io.poolwright.config.spring;

import io.poolwright.model.Origin;
import io.poolwright.model.stack.Bytes;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Properties of one environment as settings of a stack: declared, defaulted, or unknown where a placeholder leads nowhere or
 * where something that we do not read may set them.
 *
 * @param owner whose they are, for what is missing: {@code application 'shop'}
 */
record SpringSettings(SpringEnvironment environment, String owner) {

    /** A time; several names are one setting, called by the first. */
    Setting<Duration> time(ChronoUnit bare, Setting<Duration> otherwise, String... names) {
        return read(text -> SpringConversion.duration(text, bare), "a time such as 30s", otherwise, names);
    }

    /** A count. */
    Setting<Long> count(Setting<Long> otherwise, String... names) {
        return read(SpringConversion::whole, "a whole number", otherwise, names);
    }

    /** A yes or no. */
    Setting<Boolean> flag(Setting<Boolean> otherwise, String... names) {
        return read(SpringConversion::bool, "true or false", otherwise, names);
    }

    /** A text. */
    Setting<String> text(Setting<String> otherwise, String... names) {
        return read(Optional::of, "a text", otherwise, names);
    }

    /** An amount of memory. */
    Setting<Bytes> size(Setting<Bytes> otherwise, String... names) {
        return read(text -> SpringConversion.size(text).map(Bytes::new), "a size such as 10MB", otherwise, names);
    }

    /** A default that holds when nobody set the property; unknown when somebody may have, where we cannot see it. */
    <T> Setting<T> unset(String name, T value, String of) {
        return hider().<Setting<T>>map(by -> Setting.unknown(name, hidden(name, by)))
                .orElseGet(() -> Setting.defaulted(name, value, of));
    }

    /** A setting of which not even a default is known. */
    <T> Setting<T> unknown(String name, String why) {
        return Setting.unknown(name, "%s of %s (%s)".formatted(name, owner, why));
    }

    /** What may set anything without our seeing it. */
    Optional<SpringNote> hider() {
        return environment.notes().stream().filter(SpringNote::mayHide).findFirst();
    }

    private String hidden(String name, SpringNote by) {
        return "%s of %s, which %s at %s may set".formatted(name, owner, by.what(), by.origin());
    }

    private <T> Setting<T> read(
            Function<String, Optional<T>> convert, String accepted, Setting<T> otherwise, String... names) {
        Optional<SpringValue> found = Optional.empty();
        for (String name : names) {
            found = environment.get(name).filter(value -> !value.isBlank());
            if (found.isPresent()) {
                break;
            }
        }
        if (found.isEmpty()) {
            return otherwise;
        }
        String name = names[0];
        SpringValue value = found.get();
        Origin at = value.origin();
        if (value.text().isEmpty()) {
            return Setting.unresolved(name, missing(name, value.missing()), at);
        }
        return convert.apply(value.text().get())
                .<Setting<T>>map(read -> Setting.declared(name, read, value.shown(), at))
                .orElseGet(() -> Setting.unresolved(
                        name, "%s of %s: '%s' is not %s".formatted(name, owner, value.shown(), accepted), at));
    }

    private String missing(String name, List<String> placeholders) {
        return "%s of %s (%s is not in the files)".formatted(name, owner, String.join(", ", placeholders));
    }
}
