package io.poolwright.cli.report.simulate;

import java.util.ArrayList;
import java.util.List;

/** Rows of text whose columns are as wide as their widest cell. The first column stands to the left, numbers to the right. */
final class Columns {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();

    /** A heading that begins with {@code #} stands over numbers. */
    Columns(String... headings) {
        List<String> first = new ArrayList<>();
        for (String heading : headings) {
            right.add(heading.startsWith("#"));
            first.add(heading.replaceFirst("^#", ""));
        }
        rows.add(first);
    }

    Columns row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    /** Puts them on a page. */
    void on(Page page) {
        int[] wide = new int[right.size()];
        rows.forEach(row -> {
            for (int i = 0; i < wide.length; i++) {
                wide[i] = Math.max(wide[i], row.get(i).length());
            }
        });
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder(" ");
            for (int i = 0; i < wide.length; i++) {
                String cell = rows.get(r).get(i);
                String room = " ".repeat(wide[i] - cell.length());
                line.append(i == 0 ? " " : "  ").append(right.get(i) ? room + cell : cell + room);
            }
            String text = line.toString().stripTrailing();
            page.line(r == 0 ? page.style().faint(text) : text);
        }
    }
}
