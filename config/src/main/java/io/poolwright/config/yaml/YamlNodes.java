package io.poolwright.config.yaml;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns the parser's nodes into ours, and counts them: an alias bomb is small on disk and huge when followed. */
final class YamlNodes {
    /** Most nodes of one text, aliases followed. */
    static final int MOST_NODES = 500_000;

    /** The tag {@code !}: what follows is text, quotes or not. */
    private static final Tag NO_TAG = new Tag("!");

    private final String file;
    private final int linesBefore;
    private int seen;

    YamlNodes(String file, int linesBefore) {
        this.file = file;
        this.linesBefore = linesBefore;
    }

    YamlNode of(Node node) {
        return of(node, 0);
    }

    private YamlNode of(Node node, int depth) {
        if (++seen > MOST_NODES || depth > YamlText.DEEPEST) {
            throw new ConfigSyntaxException(
                    origin(node),
                    depth > YamlText.DEEPEST
                            ? "more than " + YamlText.DEEPEST + " levels"
                            : "aliases that unfold into too much",
                    "at most %d levels and %d nodes".formatted(YamlText.DEEPEST, MOST_NODES),
                    "the values themselves instead of aliases");
        }
        if (node instanceof MappingNode mapping) {
            return map(mapping, depth);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(of(item, depth + 1));
            }
            return new YamlList(items, origin(node));
        }
        return scalar(node);
    }

    private YamlMap map(MappingNode mapping, int depth) {
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        List<YamlScalar> repeated = new ArrayList<>();
        List<YamlNode> merges = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlScalar key = scalar(tuple.getKeyNode());
            if (isMerge(tuple.getKeyNode())) {
                merges.add(of(tuple.getValueNode(), depth + 1));
                continue;
            }
            if (entries.remove(key.text()) != null) {
                repeated.add(key);
            }
            entries.put(key.text(), new YamlEntry(key, of(tuple.getValueNode(), depth + 1), false));
        }
        merges.forEach(merge -> mergeInto(entries, merge));
        return new YamlMap(new ArrayList<>(entries.values()), repeated, origin(mapping));
    }

    private static boolean isMerge(Node key) {
        return key instanceof ScalarNode scalar
                && scalar.getValue().equals("<<")
                && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    /** A written key wins over a merged one, and an earlier merge over a later one. */
    private static void mergeInto(Map<String, YamlEntry> entries, YamlNode merge) {
        if (merge instanceof YamlMap map) {
            for (YamlEntry entry : map.entries()) {
                entries.putIfAbsent(entry.name(), new YamlEntry(entry.key(), entry.value(), true));
            }
        } else if (merge instanceof YamlList list) {
            list.items().forEach(item -> mergeInto(entries, item));
        }
    }

    private YamlScalar scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            ScalarStyle style = scalar.getScalarStyle();
            boolean plain = style == ScalarStyle.PLAIN && !scalar.getTag().equals(NO_TAG);
            boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
            return new YamlScalar(scalar.getValue(), plain, block, origin(node));
        }
        return new YamlScalar("(a key that is no scalar)", false, false, origin(node));
    }

    private Origin origin(Node node) {
        int line = node.getStartMark().map(mark -> mark.getLine()).orElse(0);
        return new Origin(file, linesBefore + line + 1);
    }
}
