package io.poolwright.config.compose;

import io.poolwright.config.container.Written;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import java.util.Optional;

/**
 * An entry of the top-level {@code configs}: a file of the host, or a text written right there.
 *
 * @param file path relative to the folder of the file that says it
 * @param content the text itself, with dollars already filled in by compose and so not exact
 */
public record ComposeConfig(Optional<Written> file, Optional<YamlScalar> content) {

    static Optional<ComposeConfig> of(YamlNode node, Filling filling) {
        ComposeConfig config = new ComposeConfig(node.scalar("file").map(filling::fill), node.scalar("content"));
        return config.file.isEmpty() && config.content.isEmpty() ? Optional.empty() : Optional.of(config);
    }
}
