package io.poolwright.config.xml;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A small reader of XML for configuration files. It keeps the line of each attribute, which the JDK's readers forget, and
 * it knows no entity but the five of the language: a document type declaration with entities is refused, and none is ever
 * followed.
 *
 * <p>Source: XML 1.0. Elements nest at most {@value #DEEPEST} deep.
 */
public final class XmlText {
    static final int DEEPEST = 100;
    private static final int LONGEST = 5_000_000;

    private final String file;
    private final String text;
    private final int linesBefore;
    private int at;
    private int line = 1;
    private int counted;

    private record Open(
            String name, List<XmlAttribute> attributes, List<XmlElement> children, StringBuilder text, Origin origin) {}

    private XmlText(String file, String text, int linesBefore) {
        this.file = file;
        this.text = text;
        this.linesBefore = linesBefore;
    }

    /**
     * The root element of a text.
     *
     * @param file its name for people
     * @param linesBefore lines of {@code file} above the first line of {@code text}
     */
    public static XmlElement parse(String file, String text, int linesBefore) {
        return new XmlText(file, text, linesBefore).root();
    }

    private XmlElement root() {
        if (text.length() > LONGEST) {
            throw refused("a file of " + text.length() + " letters", "at most " + LONGEST, "a smaller file");
        }
        Deque<Open> open = new ArrayDeque<>();
        while (true) {
            int tag = text.indexOf('<', at);
            if (tag < 0) {
                throw refused(
                        open.isEmpty()
                                ? "no element"
                                : "no end of <" + open.peek().name() + ">",
                        "one element with its end",
                        "</" + (open.isEmpty() ? "Context" : open.peek().name()) + ">");
            }
            if (!open.isEmpty()) {
                open.peek().text().append(XmlEntities.plain(text.substring(at, tag)));
            }
            at = tag;
            if (text.startsWith("<!--", at)) {
                skip("-->");
            } else if (text.startsWith("<![CDATA[", at) && !open.isEmpty()) {
                int start = at + 9;
                skip("]]>");
                open.peek().text().append(text, start, at - 3);
            } else if (text.startsWith("<!", at)) {
                declaration();
            } else if (text.startsWith("<?", at)) {
                skip("?>");
            } else if (text.startsWith("</", at)) {
                XmlElement closed = close(open);
                if (open.isEmpty()) {
                    return closed;
                }
                open.peek().children().add(closed);
            } else {
                XmlElement alone = start(open);
                if (alone != null && open.isEmpty()) {
                    return alone;
                }
            }
        }
    }

    /** A DOCTYPE without an internal subset names a grammar and does nothing else; one with a subset may define entities. */
    private void declaration() {
        int end = text.indexOf('>', at);
        int subset = text.indexOf('[', at);
        if (subset >= 0 && (end < 0 || subset < end)) {
            throw refused(
                    "a DOCTYPE with declarations of its own",
                    "no DOCTYPE, or one that only names a grammar",
                    "the file without it");
        }
        skip(">");
    }

    private XmlElement close(Deque<Open> open) {
        int end = text.indexOf('>', at);
        String name = end < 0 ? "" : local(text.substring(at + 2, end).strip());
        if (open.isEmpty() || !open.peek().name().equals(name)) {
            throw refused(
                    "</" + name + ">",
                    open.isEmpty() ? "an element" : "</" + open.peek().name() + ">",
                    open.isEmpty() ? "<Context>" : "</" + open.peek().name() + ">");
        }
        at = end + 1;
        Open closed = open.pop();
        return new XmlElement(
                closed.name(),
                closed.attributes(),
                closed.children(),
                closed.text().toString().strip(),
                closed.origin());
    }

    /** Opens an element; gives it when it is the whole document. */
    private @org.jspecify.annotations.Nullable XmlElement start(Deque<Open> open) {
        Origin origin = here();
        at++;
        String name = local(name());
        if (name.isEmpty()) {
            throw refused("'<'", "an element's name behind it", "&lt; for the letter itself");
        }
        List<XmlAttribute> attributes = new ArrayList<>();
        while (true) {
            blanks();
            if (text.startsWith("/>", at)) {
                at += 2;
                XmlElement alone = new XmlElement(name, attributes, List.of(), "", origin);
                if (!open.isEmpty()) {
                    open.peek().children().add(alone);
                }
                return alone;
            }
            if (text.startsWith(">", at)) {
                at++;
                if (open.size() >= DEEPEST) {
                    throw refused("elements " + (open.size() + 1) + " deep", "at most " + DEEPEST, "a flatter file");
                }
                open.push(new Open(name, attributes, new ArrayList<>(), new StringBuilder(), origin));
                return null;
            }
            attributes.add(attribute(name));
        }
    }

    private XmlAttribute attribute(String element) {
        Origin origin = here();
        String name = name();
        blanks();
        if (name.isEmpty() || !text.startsWith("=", at)) {
            throw refused("<" + element + " … " + shown(), "attributes with values in quotes", "name=\"value\"");
        }
        at++;
        blanks();
        char quote = at < text.length() ? text.charAt(at) : ' ';
        int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw refused("<" + element + " " + name + "=" + shown(), "a value in quotes", name + "=\"value\"");
        }
        String value = XmlEntities.plain(text.substring(at + 1, end));
        at = end + 1;
        return new XmlAttribute(local(name), value, origin);
    }

    /** The next few letters, for a message; never inside a value, so never a secret. */
    private String shown() {
        return at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the file";
    }

    private String name() {
        int start = at;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isName(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-' || letter == '.' || letter == ':';
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void skip(String end) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw refused("no '" + end + "'", "an end of what begins here", end);
        }
        at = found + end.length();
    }

    private Origin here() {
        while (counted < at && counted < text.length()) {
            if (text.charAt(counted++) == '\n') {
                line++;
            }
        }
        return new Origin(file, linesBefore + line);
    }

    private ConfigSyntaxException refused(String saw, String accepted, String write) {
        return new ConfigSyntaxException(here(), saw, accepted, write);
    }
}
