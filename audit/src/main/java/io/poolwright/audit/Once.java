package io.poolwright.audit;

import io.poolwright.model.Origin;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keeps a rule from saying the same of one line twice, where several services run with one file. */
public final class Once {
    private Once() {}

    /** The parts, of those written at one place only the first. */
    public static Stream<Part> each(Stream<Part> parts) {
        return each(parts, Part::origin);
    }

    /** The parts, of those with one key only the first. */
    public static Stream<Part> each(Stream<Part> parts, Function<Part, Object> key) {
        Set<Object> seen = new HashSet<>();
        return parts.filter(part -> seen.add(key.apply(part)));
    }

    /** A place for a key: where a setting is written, else the other place. */
    public static Origin place(Setting<?> setting, Origin otherwise) {
        return setting.origin().orElse(otherwise);
    }
}
