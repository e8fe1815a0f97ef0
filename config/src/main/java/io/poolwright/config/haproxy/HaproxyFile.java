package io.poolwright.config.haproxy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sections of one {@code haproxy.cfg}, each line with its place. Directives we do not know are kept; lines before the
 * first section are passed over. Source: HAProxy configuration manual 2.6, chapter 2.
 */
public final class HaproxyFile {
    /** The words that begin a section. */
    static final Set<String> SECTIONS = Set.of(
            "global",
            "defaults",
            "frontend",
            "backend",
            "listen",
            "peers",
            "resolvers",
            "userlist",
            "mailers",
            "cache",
            "program",
            "ring",
            "log-forward",
            "http-errors",
            "fcgi-app",
            "crt-store",
            "traces",
            "log-profile",
            "acme",
            "ruleset");

    private static final List<String> INHERITING = List.of("defaults", "frontend", "backend", "listen");

    private final String file;
    private final HaproxyEnvironment environment;
    private final HaproxyBlocks blocks = new HaproxyBlocks();
    private final List<HaproxySection> sections = new ArrayList<>();
    private final List<HaproxyDirective> directives = new ArrayList<>();
    private Optional<HaproxyDirective> head = Optional.empty();
    private boolean open;

    private HaproxyFile(String file, Map<String, String> environment) {
        this.file = file;
        this.environment = new HaproxyEnvironment(environment);
    }

    /** The sections of a text, in order, when nothing is known of HAProxy's environment. */
    public static List<HaproxySection> parse(String file, String text) {
        return parse(file, text, Map.of());
    }

    /**
     * The sections of a text, in order; throws {@link ConfigSyntaxException} for what is no text.
     *
     * @param file its name for people
     * @param environment the variables that are known to be set for HAProxy
     */
    public static List<HaproxySection> parse(String file, String text, Map<String, String> environment) {
        return parse(file, text, 0, environment);
    }

    /**
     * The same for a text that stands inside another file.
     *
     * @param linesBefore lines of {@code file} above the first line of {@code text}
     */
    public static List<HaproxySection> parse(
            String file, String text, int linesBefore, Map<String, String> environment) {
        HaproxyFile reading = new HaproxyFile(file, environment);
        TemplateText template = TemplateText.of(text);
        List<String> lines = template.lines();
        for (int i = 0; i < lines.size(); i++) {
            reading.line(lines.get(i), template.marks(i), new Origin(file, linesBefore + i + 1));
        }
        reading.endSection();
        return List.copyOf(reading.sections);
    }

    private void line(String line, List<TemplateMark> marks, Origin origin) {
        if (line.indexOf('\0') >= 0) {
            throw new ConfigSyntaxException(origin, "a NUL byte in " + file, "text in UTF-8", "backend shop");
        }
        marks.stream().filter(mark -> mark != TemplateMark.CLOSE).forEach(mark -> blocks.template(mark, origin));
        List<HaproxyWord> words = HaproxyWords.of(line, environment);
        if (!words.isEmpty()) {
            words(words, origin);
        }
        marks.stream().filter(mark -> mark == TemplateMark.CLOSE).forEach(mark -> blocks.template(mark, origin));
    }

    private void words(List<HaproxyWord> words, Origin origin) {
        HaproxyWord first = words.get(0);
        if (first.known() && first.text().startsWith(".")) {
            blocks.directive(words, origin);
        } else if (!blocks.skipped()) {
            HaproxyDirective directive = new HaproxyDirective(HaproxySecrets.redacted(words), origin, blocks.path());
            if (SECTIONS.contains(first.text())) {
                endSection();
                head = Optional.of(directive);
            } else if (!first.known()) {
                open = true; // a template or a variable may put any keyword here, or several lines
            } else {
                directives.add(directive);
                environment.obey(words);
            }
        }
    }

    private void endSection() {
        head.ifPresent(line -> sections.add(section(line)));
        head = Optional.empty();
        directives.clear();
        open = false;
    }

    private HaproxySection section(HaproxyDirective line) {
        String kind = line.word(0).text();
        boolean named = !(INHERITING.contains(kind) && line.word(1).text().equals("from"));
        int at = named ? 2 : 1;
        Optional<HaproxyWord> from =
                INHERITING.contains(kind) && line.word(at).text().equals("from")
                        ? Optional.of(line.word(at + 1))
                        : Optional.empty();
        HaproxyWord name = named ? line.word(1) : new HaproxyWord("", true);
        if ((kind.equals("frontend") || kind.equals("listen"))
                && line.word(2).text().contains(":")) {
            directives.add(0, bindOf(line)); // up to version 1.4 the address could stand on the section's line
        }
        return new HaproxySection(kind, name, from, line.origin(), line.branches(), directives, open);
    }

    private static HaproxyDirective bindOf(HaproxyDirective line) {
        List<HaproxyWord> words = List.of(new HaproxyWord("bind", true), line.word(2));
        return new HaproxyDirective(words, line.origin(), line.branches());
    }
}
