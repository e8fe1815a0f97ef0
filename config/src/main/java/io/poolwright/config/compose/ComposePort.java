package io.poolwright.config.compose;

import io.poolwright.config.container.Written;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A port of the host that leads into a container. Of a range the first port stands for all.
 *
 * @param published port on the host; empty when it is chosen at start
 * @param target port in the container
 * @param written the whole entry
 */
public record ComposePort(Optional<Integer> published, int target, Written written) {
    private static final Pattern SHORT = Pattern.compile(
            "(?:(?:\\[[^]]*]|[^:]*):)??(?:([0-9]{1,5})?(?:-[0-9]{1,5})?:)?([0-9]{1,5})(?:-[0-9]{1,5})?(?:/[a-z]+)?");

    static Optional<ComposePort> of(YamlNode item, Filling filling) {
        if (item instanceof YamlScalar scalar) {
            Written written = filling.fill(scalar);
            Matcher parts = SHORT.matcher(written.text());
            return parts.matches()
                    ? Optional.of(new ComposePort(number(parts.group(1)), Integer.parseInt(parts.group(2)), written))
                    : Optional.empty();
        }
        Optional<Written> target = item.scalar("target").map(filling::fill);
        Optional<String> published = item.scalar("published").map(filling::fill).map(Written::text);
        return target.flatMap(port -> number(port.text())
                .map(number -> new ComposePort(published.flatMap(ComposePort::number), number, port)));
    }

    private static Optional<Integer> number(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,5}") ? Optional.empty() : Optional.of(Integer.parseInt(text));
    }
}
