package io.poolwright.server.answers;

import io.poolwright.model.live.Tier;
import io.poolwright.server.rights.Role;
import io.poolwright.server.rights.Scope;
import io.poolwright.server.state.EventKind;
import io.poolwright.server.state.Severity;
import io.poolwright.watch.view.Level;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The enumerations that the API speaks of, each value by the word that is written for it. */
public final class Words {
    private static final Map<Class<?>, Map<String, ?>> ALL = Map.of(
            EventKind.class, words(EventKind.values(), EventKind::id),
            Severity.class, words(Severity.values(), Severity::id),
            Level.class, words(Level.values(), Level::id),
            Tier.class, words(Tier.values(), Tier::id),
            Role.class, words(Role.values(), Role::id),
            Scope.class, words(Scope.values(), Scope::id));

    private Words() {}

    /** The words of an enumeration in their order; empty when the API does not speak of it. */
    public static List<String> of(Class<?> type) {
        return List.copyOf(ALL.getOrDefault(type, Map.of()).keySet());
    }

    /** The value that is written so. */
    public static <E extends Enum<E>> Optional<E> value(Class<E> type, String word) {
        return Optional.ofNullable(ALL.getOrDefault(type, Map.of()).get(word)).map(type::cast);
    }

    /** The word of a value. */
    static String word(Enum<?> value) {
        return ALL.getOrDefault(value.getDeclaringClass(), Map.of()).entrySet().stream()
                .filter(it -> it.getValue() == value)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static Iterable<Class<?>> types() {
        return ALL.keySet();
    }

    private static <E> Map<String, E> words(E[] values, Function<E, String> id) {
        Map<String, E> words = new LinkedHashMap<>();
        Arrays.stream(values).forEach(it -> words.put(id.apply(it), it));
        return words;
    }
}
