package io.poolwright.config.container;

import io.poolwright.model.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One instruction of a {@code Dockerfile}, its continued lines joined by a blank.
 *
 * @param keyword in capitals
 * @param rest what stands behind the keyword
 */
record DockerInstruction(String keyword, String rest, Origin origin) {
    private static final Pattern START = Pattern.compile("^\\s*([A-Za-z]+)\\s+(\\S.*)$", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("(?i)^#\\s*escape\\s*=\\s*`\\s*$");
    private static final Pattern HEREDOC = Pattern.compile("<<-?\\s*([\"']?)([A-Za-z_][A-Za-z0-9_]*)\\1");

    static List<DockerInstruction> all(String file, String text) {
        List<String> lines = text.lines().toList();
        String escape = lines.stream().takeWhile(line -> line.startsWith("#")).anyMatch(line -> ESCAPE.matcher(line)
                        .matches())
                ? "`"
                : "\\";
        List<DockerInstruction> found = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int first = at;
            StringBuilder whole = new StringBuilder();
            boolean more = true;
            while (more && at < lines.size()) {
                String line = lines.get(at++).stripTrailing();
                boolean passed = line.isBlank() || line.stripLeading().startsWith("#");
                if (passed && whole.length() == 0) {
                    break;
                }
                more = passed || line.endsWith(escape);
                if (!passed) {
                    whole.append(more ? line.substring(0, line.length() - 1) : line)
                            .append(more ? " " : "");
                }
            }
            Matcher start = START.matcher(whole);
            if (start.matches()) {
                String keyword = start.group(1).toUpperCase(Locale.ROOT);
                found.add(new DockerInstruction(keyword, start.group(2).strip(), new Origin(file, first + 1)));
                at = pastHeredocs(keyword, start.group(2), lines, at);
            }
        }
        return found;
    }

    private static int pastHeredocs(String keyword, String rest, List<String> lines, int from) {
        Deque<String> ends = new ArrayDeque<>();
        if (keyword.equals("RUN") || keyword.equals("COPY") || keyword.equals("ADD")) {
            Matcher heredoc = HEREDOC.matcher(rest);
            while (heredoc.find()) {
                ends.add(heredoc.group(2));
            }
        }
        int at = from;
        while (!ends.isEmpty() && at < lines.size()) {
            if (lines.get(at++).strip().equals(ends.peekFirst())) {
                ends.removeFirst();
            }
        }
        return ends.isEmpty() ? at : from;
    }
}
