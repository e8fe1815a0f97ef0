package io.poolwright.audit.explain;

import java.util.List;
import java.util.Optional;

/**
 * One entry of the knowledge that fits what was asked.
 *
 * @param id stable name of the entry: a rule's id, {@code hikaricp.maxLifetime}, a signature's id, a question's number
 * @param page the page of the documentation, relative to {@code docs}
 */
public record Answer(Kind kind, String id, String title, String page, List<Field> fields) {
    /** What an entry is about. */
    public enum Kind {
        /** A rule of the audit. */
        RULE,
        /** A setting of a product. */
        SETTING,
        /** A message that a product writes. */
        MESSAGE,
        /** A question that people ask. */
        QUESTION,
        /** A product with all its settings. */
        PRODUCT
    }

    public Answer {
        fields = List.copyOf(fields);
    }

    /** The text of the first field of this name. */
    public Optional<String> field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::text)
                .findFirst();
    }
}
