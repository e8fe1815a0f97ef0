package io.poolwright.audit.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation, cut at its headings of the second level.
 *
 * @param introduction what stands between the title and the first heading
 */
record Page(String title, String introduction, List<Section> sections) {
    private static final Pattern FIELD = Pattern.compile("- \\*\\*([^*]{1,200}):\\*\\* (.*)");

    Page {
        sections = List.copyOf(sections);
    }

    /** Reads a page; text without any heading is a page without sections. */
    static Page parse(String markdown) {
        String title = "";
        List<String> introduction = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        List<String> body = introduction;
        String heading = "";
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("```")) {
                code = !code;
            }
            if (!code && line.startsWith("# ") && title.isEmpty()) {
                title = line.substring(2).strip();
            } else if (!code && line.startsWith("## ")) {
                close(sections, heading, body);
                heading = line.substring(3).strip();
                body = new ArrayList<>();
            } else if (!line.startsWith("<a id=")) {
                body.add(line);
            }
        }
        close(sections, heading, body);
        return new Page(title, String.join("\n", introduction).strip(), sections);
    }

    private static void close(List<Section> sections, String heading, List<String> body) {
        if (heading.isEmpty()) {
            return;
        }
        List<Field> fields = new ArrayList<>();
        for (String line : body) {
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                fields.add(new Field(field.group(1), field.group(2)));
            }
        }
        sections.add(new Section(heading, fields, String.join("\n", body).strip()));
    }
}
