package io.poolwright.config.yaml;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The documents of a YAML text, with lines. JSON is YAML too.
 *
 * <p>Bounded, since the text may be hostile: {@value #MOST_LETTERS} letters, {@value #DEEPEST} levels,
 * {@value YamlNodes#MOST_NODES} nodes after aliases are followed. Parser: snakeyaml-engine with its core schema, the one
 * that follows {@code <<}.
 */
public final class YamlText {
    /** Longest text that is read: 5 MiB. */
    static final int MOST_LETTERS = 5 << 20;

    /** Deepest nesting that is read. */
    static final int DEEPEST = 50;

    private YamlText() {}

    /**
     * All documents of a text; empty documents are left out.
     *
     * @param file its name for people
     * @throws ConfigSyntaxException for what is not YAML, or is too much
     */
    public static List<YamlNode> parse(String file, String text) {
        return parse(file, text, 0);
    }

    /**
     * The same for a text that stands inside another file.
     *
     * @param linesBefore lines of {@code file} above the first line of {@code text}
     */
    public static List<YamlNode> parse(String file, String text, int linesBefore) {
        if (text.length() > MOST_LETTERS) {
            throw new ConfigSyntaxException(
                    new Origin(file, linesBefore + 1), text.length() + " letters", "at most 5 MiB", "a smaller file");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(true)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(10_000) // the nodes that they unfold into are counted
                .setCodePointLimit(MOST_LETTERS)
                .build();
        List<YamlNode> documents = new ArrayList<>();
        YamlNodes nodes = new YamlNodes(file, linesBefore);
        try {
            StreamReader letters = new StreamReader(settings, text);
            Composer composer = new Composer(settings, new ShallowParser(new ParserImpl(settings, letters)));
            while (composer.hasNext()) {
                YamlNode node = nodes.of(composer.next());
                if (!(node instanceof YamlScalar scalar && scalar.isNull())) {
                    documents.add(node);
                }
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(mark -> mark.getLine() + 1)
                    .orElse(1);
            throw refused(file, linesBefore + line, String.valueOf(e.getProblem()));
        } catch (YamlEngineException | NumberFormatException e) { // the latter for an escape without its digits
            throw refused(file, linesBefore + 1, String.valueOf(e.getMessage()));
        }
        return List.copyOf(documents);
    }

    private static ConfigSyntaxException refused(String file, int line, String problem) {
        String first = problem.lines().findFirst().orElse("");
        return new ConfigSyntaxException(
                new Origin(file, Math.max(1, line)),
                "what YAML does not allow (" + first + ")",
                "YAML 1.2",
                "a corrected line; an editor with YAML support shows it");
    }
}
