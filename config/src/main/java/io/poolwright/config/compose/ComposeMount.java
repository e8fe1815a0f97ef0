package io.poolwright.config.compose;

import io.poolwright.config.container.Written;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file or folder of the host that a container sees.
 *
 * @param source path on the host, relative to the folder of the file that says it; or the name of a volume or config
 * @param target path in the container
 * @param kind where the source is to be looked for
 */
public record ComposeMount(Written source, String target, Kind kind) {

    /** Where a mounted thing comes from. */
    public enum Kind {
        /** A path on the host. */
        PATH,
        /** A volume with a name: what it holds is not in the repository. */
        VOLUME,
        /** An entry of {@code configs} at the top of the file. */
        CONFIG
    }

    /** Mounts under {@code volumes}. */
    static Optional<ComposeMount> volume(YamlNode item, Filling filling) {
        if (item instanceof YamlScalar scalar) {
            Written whole = filling.fill(scalar);
            List<String> parts = parts(whole.text());
            return parts.size() < 2 ? Optional.empty() : Optional.of(mount(whole.with(parts.get(0)), parts.get(1)));
        }
        Optional<Written> source =
                item.scalar("source").or(() -> item.scalar("src")).map(filling::fill);
        Optional<String> target =
                targetKey(item).map(scalar -> filling.fill(scalar).text());
        if (source.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        boolean bind = item.text("type")
                .map(type -> type.equals("bind"))
                .orElse(path(source.get().text()));
        return Optional.of(new ComposeMount(source.get(), target.get(), bind ? Kind.PATH : Kind.VOLUME));
    }

    /** Mounts under {@code configs}. Without a target a config stands at the root under its own name. */
    static Optional<ComposeMount> config(YamlNode item, Filling filling) {
        Optional<YamlScalar> source = item instanceof YamlScalar scalar ? Optional.of(scalar) : item.scalar("source");
        return source.map(filling::fill)
                .map(name -> new ComposeMount(
                        name,
                        targetKey(item)
                                .map(target -> filling.fill(target).text())
                                .orElse("/" + name.text()),
                        Kind.CONFIG));
    }

    /** What tells mounts apart when files are merged: the place in the container, as far as it can be read unfilled. */
    static String target(YamlNode item) {
        if (item instanceof YamlScalar scalar) {
            List<String> parts = parts(scalar.text());
            return parts.size() < 2 ? scalar.text() : parts.get(1);
        }
        return targetKey(item)
                .or(() -> item.scalar("source"))
                .map(YamlScalar::text)
                .orElse(item.origin().toString());
    }

    private static Optional<YamlScalar> targetKey(YamlNode item) {
        return item.scalar("target").or(() -> item.scalar("dst")).or(() -> item.scalar("destination"));
    }

    private static ComposeMount mount(Written source, String target) {
        return new ComposeMount(source, target, path(source.text()) ? Kind.PATH : Kind.VOLUME);
    }

    private static boolean path(String source) {
        return source.startsWith(".")
                || source.startsWith("/")
                || source.startsWith("~")
                || source.contains("/")
                || source.contains("\\")
                || source.startsWith("${");
    }

    /** Parts between colons; not those inside braces, and not the one of a Windows drive. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            boolean drive = at == 1 && Character.isLetter(text.charAt(0)) && text.startsWith("\\", 2);
            if (letter == ':' && depth == 0 && !drive) {
                parts.add(text.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
