package io.poolwright.config.apache;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One httpd file as a tree. It need not be whole; directives that we do not know are kept.
 *
 * <p>A comment is a whole line; a backslash at its end joins a line with the next. Source: httpd documentation,
 * "Configuration Files".
 *
 * @param directives the outermost directives and sections, in order
 * @param templated it holds marks of a template engine, so some of it is not what httpd will read
 */
public record ApacheFile(String file, List<ApacheDirective> directives, boolean templated) {
    /** Deeper nesting is refused; real files nest less than ten deep. */
    static final int MAX_DEPTH = 64;

    public ApacheFile {
        directives = List.copyOf(directives);
    }

    /**
     * The tree of a text; throws {@link ConfigSyntaxException} where sections do not pair.
     *
     * @param file its name for people
     */
    public static ApacheFile parse(String file, String text) {
        return new Reading(file, text).whole();
    }

    /** A section that is being read. */
    private record Open(String name, List<String> arguments, int line, List<ApacheDirective> children) {}

    /** The state of reading one text. */
    private static final class Reading {
        private final String file;
        private final String[] lines;
        private final Deque<Open> open = new ArrayDeque<>();
        private boolean templated;
        private int next;

        Reading(String file, String text) {
            this.file = file;
            this.lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\r|\n", -1);
            open.push(new Open("", List.of(), 1, new ArrayList<>()));
        }

        ApacheFile whole() {
            while (next < lines.length) {
                int number = next + 1;
                String line = logicalLine().strip();
                if (line.indexOf('\0') >= 0) {
                    throw refused(number, "a zero byte", "a text file", "the configuration as text");
                }
                templated |= line.contains("{{") || line.contains("{%") || line.contains("<%");
                if (line.startsWith("</")) {
                    close(line, number);
                } else if (line.startsWith("<") && !line.startsWith("<%")) {
                    open(line, number);
                } else if (!line.isEmpty() && !line.startsWith("#") && !isTemplateStatement(line)) {
                    List<String> words = ApacheWords.of(line);
                    add(new ApacheDirective(
                            words.get(0), words.subList(1, words.size()), List.of(), false, at(number), next));
                }
            }
            while (open.size() > 1) {
                if (!templated) {
                    Open unclosed = open.getFirst();
                    throw refused(
                            unclosed.line,
                            "<" + unclosed.name + "> without its end",
                            "a closing tag for each section",
                            "</" + unclosed.name + ">");
                }
                pop(lines.length);
            }
            return new ApacheFile(file, open.getFirst().children, templated);
        }

        /** A line whose last letter is a backslash goes on in the next; two backslashes are one letter and no more. */
        private String logicalLine() {
            StringBuilder joined = new StringBuilder(lines[next++]);
            while (next < lines.length && endsInBackslash(joined)) {
                joined.setLength(joined.length() - 1);
                joined.append(lines[next++]);
            }
            return joined.toString();
        }

        private static boolean endsInBackslash(StringBuilder line) {
            int end = line.length();
            return end > 0 && line.charAt(end - 1) == '\\' && (end == 1 || line.charAt(end - 2) != '\\');
        }

        private void open(String line, int number) {
            if (open.size() > MAX_DEPTH) {
                throw refused(
                        number,
                        "sections more than " + MAX_DEPTH + " deep",
                        "sections at most " + MAX_DEPTH + " deep",
                        "fewer sections inside each other");
            }
            int end = line.lastIndexOf('>');
            List<String> words = ApacheWords.of(line.substring(1, end < 0 ? line.length() : end));
            if (words.isEmpty()) {
                throw refused(number, "'" + line + "'", "<Name arguments>", "<VirtualHost *:80>");
            }
            open.push(new Open(words.get(0), words.subList(1, words.size()), number, new ArrayList<>()));
        }

        private void close(String line, int number) {
            String name = line.substring(2).replaceFirst("\\s*>.*", "").strip();
            if (open.size() > 1 && (open.getFirst().name.equalsIgnoreCase(name) || templated)) {
                pop(next);
            } else if (!templated) {
                String expected = open.size() > 1 ? "</" + open.getFirst().name + ">" : "no closing tag here";
                throw refused(number, "</" + name + ">", expected, "sections that close in the order they open");
            }
        }

        private void pop(int endLine) {
            Open done = open.pop();
            add(new ApacheDirective(done.name, done.arguments, done.children, true, at(done.line), endLine));
        }

        private void add(ApacheDirective directive) {
            open.getFirst().children.add(directive);
        }

        private static boolean isTemplateStatement(String line) {
            return line.startsWith("{%") || line.startsWith("<%");
        }

        private Origin at(int line) {
            return new Origin(file, line);
        }

        private ConfigSyntaxException refused(int line, String saw, String accepted, String write) {
            return new ConfigSyntaxException(at(line), saw, accepted, write);
        }
    }
}
