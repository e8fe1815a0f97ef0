package io.poolwright.cli.terminal;

import java.util.List;
import java.util.OptionalDouble;

/** A course in one line of text: eight heights from nothing to the most; what is unknown is a gap. */
public final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    /** The same where blocks would come out as rubbish. */
    private static final String PLAIN = "_.:-=+*#";

    private Sparkline() {}

    /**
     * The line.
     *
     * @param values in order; several become one mark, by their mean, when there are more than there is room for
     * @param most what the highest mark stands for; 0 or less draws everything at the foot
     * @param room marks at most
     */
    public static String of(List<OptionalDouble> values, double most, int room, Style style) {
        int each = each(values.size(), room);
        StringBuilder line = new StringBuilder();
        for (int from = 0; from < values.size(); from += each) {
            OptionalDouble mean = values.subList(from, Math.min(values.size(), from + each)).stream()
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .average();
            line.append(mean.isPresent() ? mark(mean.getAsDouble(), most, style) : " ");
        }
        return line.toString();
    }

    /** How many values one mark stands for. */
    public static int each(int values, int room) {
        return Math.max(1, (values + room - 1) / room);
    }

    private static String mark(double value, double most, Style style) {
        int height = most <= 0 ? 0 : (int) Math.round(value / most * (BLOCKS.length() - 1));
        int level = Math.max(0, Math.min(BLOCKS.length() - 1, height));
        return style.mark(BLOCKS.substring(level, level + 1), PLAIN.substring(level, level + 1));
    }
}
