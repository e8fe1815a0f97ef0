package io.poolwright.audit.explain;

import java.util.List;
import java.util.Optional;

/**
 * What stands under one heading of a page.
 *
 * @param fields the lines {@code - **Name:** text}, in their order
 * @param body everything under the heading, as it stands
 */
record Section(String heading, List<Field> fields, String body) {
    Section {
        fields = List.copyOf(fields);
    }

    /** The texts of all fields of this name. */
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::text)
                .toList();
    }

    /** The text of the first field of this name. */
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The fields of these names, in the order of the names. */
    List<Field> pick(List<String> names) {
        return names.stream()
                .flatMap(name -> fields.stream().filter(field -> field.name().equals(name)))
                .toList();
    }
}
