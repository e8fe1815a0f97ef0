package io.poolwright.config.spring;

import io.poolwright.config.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of one application with one set of active profiles, as Spring Boot 3 would see them.
 *
 * <p>Strongest first: command line, {@code SPRING_APPLICATION_JSON}, system properties, variables, files of a profile, plain
 * files. Source: Spring Boot reference, "Externalized Configuration".
 */
public final class SpringEnvironment {
    private final List<String> profiles;
    private final List<SpringSource> sources;
    private final List<SpringNote> notes;

    /** Of sources, the strongest first. */
    SpringEnvironment(List<String> profiles, List<SpringSource> sources, List<SpringNote> notes) {
        this.profiles = List.copyOf(profiles);
        this.sources = List.copyOf(sources);
        this.notes = List.copyOf(notes);
    }

    /** The active profiles, the last one the strongest. */
    public List<String> profiles() {
        return profiles;
    }

    /** What takes part and was not read. */
    public List<SpringNote> notes() {
        return notes;
    }

    /** The same with other notes. */
    SpringEnvironment with(List<SpringNote> otherNotes) {
        return new SpringEnvironment(profiles, sources, otherNotes);
    }

    /** Whether a property that is not here may yet be set by something we do not see. */
    public boolean mayHide() {
        return notes.stream().anyMatch(SpringNote::mayHide);
    }

    /**
     * A property's value in force.
     *
     * @param name canonical: lower-case with dashes, {@code spring.datasource.hikari.maximum-pool-size}
     */
    public Optional<SpringValue> get(String name) {
        for (SpringSource source : sources) {
            Optional<SpringProperty> property = source.get(name);
            if (property.isPresent()) {
                return property.map(this::value);
            }
        }
        return Optional.empty();
    }

    /** The first of several names that is set. */
    public Optional<SpringValue> first(String... names) {
        for (String name : names) {
            Optional<SpringValue> value = get(name);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** Everything in force under a prefix, each name once; the names are what stands behind the prefix, in their own spelling. */
    public List<SpringValue> under(String prefix) {
        Map<String, SpringProperty> strongest = new LinkedHashMap<>();
        for (SpringSource source : sources) {
            Map<String, SpringProperty> here = new LinkedHashMap<>();
            for (SpringProperty property : source.under(prefix)) {
                here.put(SpringName.uniform(property.key()), property); // the last one of a source counts
            }
            here.forEach(strongest::putIfAbsent);
        }
        return strongest.values().stream().map(this::value).toList();
    }

    /** The items of a list: commas or indexes, from the strongest source that has it. Unknown items are left out. */
    public List<String> list(String name) {
        for (SpringSource source : sources) {
            Optional<SpringProperty> whole = source.get(name);
            if (whole.isPresent()) {
                return value(whole.get()).text().map(Words::commas).orElse(List.of());
            }
            List<String> items = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Optional<SpringProperty> item = source.get(name + "[" + i + "]");
                if (item.isEmpty()) {
                    break;
                }
                value(item.get()).text().ifPresent(text -> items.addAll(Words.commas(text)));
            }
            if (!items.isEmpty()) {
                return items;
            }
        }
        return List.of();
    }

    /** Every key that any source states, in its own spelling, the strongest source first. */
    public List<SpringProperty> stated() {
        return sources.stream().flatMap(source -> source.properties().stream()).toList();
    }

    /** Follows the placeholders of a text as if it stood in a property. */
    public SpringValue value(SpringProperty property) {
        Placeholders placeholders = new Placeholders(this::placeholder);
        Placeholders.Followed end = property.text()
                .map(text -> placeholders.follow(text, property.origin()))
                .orElseGet(() -> new Placeholders.Followed("${" + property.key() + "}", property.origin(), false));
        String text = Secrets.redacted(property.key(), end.text());
        return new SpringValue(
                property.key(),
                text,
                end.known() ? Optional.of(text) : Optional.empty(),
                property.text().isPresent() ? placeholders.missing() : List.of(property.key()),
                end.origin(),
                property.origin());
    }

    private Optional<SpringProperty> placeholder(String name) {
        for (SpringSource source : sources) {
            Optional<SpringProperty> property = source.placeholder(name);
            if (property.isPresent()) {
                return property;
            }
        }
        return Optional.empty();
    }
}
