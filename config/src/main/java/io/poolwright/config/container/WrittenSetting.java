package io.poolwright.config.container;

import io.poolwright.model.stack.Setting;
import java.util.Optional;
import java.util.function.Function;

/** Makes typed settings of what is written in compose files and manifests. */
public final class WrittenSetting {
    private WrittenSetting() {}

    /**
     * A setting that is written.
     *
     * @param parse the value of a text, or nothing when it is none
     */
    public static <T> Setting<T> of(String name, Written written, Function<String, Optional<T>> parse) {
        if (!written.known()) {
            return Setting.unresolved(
                    name,
                    "%s: no file gives a value to ${%s}".formatted(name, String.join("}, ${", written.missing())),
                    written.origin());
        }
        Optional<T> value = parse.apply(written.text());
        return value.isPresent()
                ? Setting.declared(name, value.get(), written.text(), written.origin())
                : Setting.unresolved(name, "%s: '%s' cannot be read".formatted(name, written.text()), written.origin());
    }

    /** A whole number as the stack keeps counts. */
    public static Optional<Long> count(String text) {
        var count = Quantities.count(text);
        return count.isPresent() ? Optional.of((long) count.getAsInt()) : Optional.empty();
    }

    /** A number of CPUs. */
    public static Optional<Double> cpus(String text) {
        var cpus = Quantities.cpus(text);
        return cpus.isPresent() && cpus.getAsDouble() > 0 ? Optional.of(cpus.getAsDouble()) : Optional.empty();
    }
}
