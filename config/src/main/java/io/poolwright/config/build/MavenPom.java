package io.poolwright.config.build;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a {@code pom.xml}: parent, properties, managed and used dependencies. Profiles and plugins are passed over. */
public final class MavenPom {
    private static final XMLInputFactory FACTORY = factory(); // to make one takes longer than to read a file

    private static final int DEEPEST = 100;
    private static final String PROJECT = "project";
    private static final String USED = PROJECT + "/dependencies/dependency";
    private static final String MANAGED = PROJECT + "/dependencyManagement/dependencies/dependency";
    private static final String PARENT = PROJECT + "/parent";
    private static final String PROPERTIES = PROJECT + "/properties/";

    private final String file;
    private final Map<String, BuildFile.Stated> properties = new HashMap<>();
    private final List<BuildFile.Library> imported = new ArrayList<>();
    private final List<BuildFile.Library> managed = new ArrayList<>();
    private final List<BuildFile.Library> used = new ArrayList<>();
    private Optional<BuildFile.Library> parent = Optional.empty();

    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, String> parts = new HashMap<>();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private MavenPom(String file) {
        this.file = file;
    }

    /**
     * Reads a text.
     *
     * @throws ConfigSyntaxException for what is not XML, has a document type, or is nested too deep
     */
    public static BuildFile parse(String file, String text) {
        MavenPom pom = new MavenPom(file);
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(text.strip()));
            pom.read(xml, leadingLines(text));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new ConfigSyntaxException(
                    new Origin(file, leadingLines(text) + line),
                    "what XML does not allow",
                    "a Maven pom.xml",
                    "a corrected line");
        }
        return new BuildFile(file, pom.parent, pom.properties, pom.imported, pom.managed, pom.used);
    }

    private static int leadingLines(String text) {
        int lines = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }

    private void read(XMLStreamReader xml, int linesBefore) throws XMLStreamException {
        Deque<Integer> lines = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type", xml.getLocation());
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == DEEPEST) {
                        throw new XMLStreamException("nested too deep", xml.getLocation());
                    }
                    open.addLast(xml.getLocalName());
                    lines.addLast(linesBefore + Math.max(1, xml.getLocation().getLineNumber()));
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    closed(String.join("/", open), text.toString().strip(), lines.removeLast());
                    open.removeLast();
                    text.setLength(0);
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private void closed(String path, String text, int line) {
        Origin origin = new Origin(file, line);
        if (path.startsWith(PROPERTIES) && path.indexOf('/', PROPERTIES.length()) < 0) {
            properties.put(path.substring(PROPERTIES.length()), new BuildFile.Stated(text, origin));
            return;
        }
        int slash = path.lastIndexOf('/');
        String owner = slash < 0 ? "" : path.substring(0, slash);
        if (owner.equals(USED) || owner.equals(MANAGED) || owner.equals(PARENT)) {
            String part = path.substring(slash + 1);
            parts.put(part, text);
            if (part.equals("version")) {
                parts.put("version line", Integer.toString(line));
            }
        } else if (path.equals(USED) || path.equals(MANAGED) || path.equals(PARENT)) {
            library(path, origin);
            parts.clear();
        } else if (path.equals(PROJECT + "/version")) {
            properties.put("project.version", new BuildFile.Stated(text, origin));
        }
    }

    private void library(String path, Origin start) {
        Optional<String> version = Optional.ofNullable(parts.get("version"));
        Origin origin = version.isEmpty()
                ? start
                : new Origin(
                        file, Integer.parseInt(parts.getOrDefault("version line", Integer.toString(start.line()))));
        BuildFile.Library library = new BuildFile.Library(
                parts.getOrDefault("groupId", ""), parts.getOrDefault("artifactId", ""), version, origin);
        String scope = parts.getOrDefault("scope", "");
        if (path.equals(PARENT)) {
            parent = Optional.of(library);
        } else if (path.equals(MANAGED)) {
            (scope.equals("import") ? imported : managed).add(library);
        } else if (!scope.equals("test")) {
            used.add(library);
        }
    }
}
