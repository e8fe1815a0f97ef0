package io.poolwright.audit.explain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A setting of a product.
 *
 * @param keys every spelling under which it is found, see {@link Names#key}
 */
record Parameter(Shelf.Settings product, Section section, Set<String> keys) {
    static Parameter of(Shelf.Settings product, Section section) {
        List<String> names = Stream.concat(
                        Stream.of(section.heading()),
                        section.all("Also written").stream()
                                .flatMap(text -> Stream.of(text.replace("`", "").split(", "))))
                .toList();
        Set<String> keys = names.stream()
                .flatMap(name -> Stream.concat(
                        Stream.of(name, product.product() + "." + name),
                        product.prefixes().stream().map(prefix -> prefix + "." + name)))
                .map(Names::key)
                .collect(Collectors.toUnmodifiableSet());
        return new Parameter(product, section, keys);
    }

    String name() {
        return section.heading();
    }

    Answer answer() {
        return new Answer(
                Answer.Kind.SETTING,
                product.product() + "." + name(),
                name() + " (" + product.product() + ")",
                product.page(),
                section.fields());
    }
}
