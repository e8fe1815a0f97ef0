package io.poolwright.cli.terminal;

import io.poolwright.detect.Say;
import java.util.OptionalDouble;

/** One layer's line as text of fixed columns. */
final class LayerText {
    private static final int BAR = 14;

    private LayerText() {}

    static String of(LayerLine line, Style style) {
        String text = "%-16s %s %11s %-12s %-11s %-12s %s"
                .formatted(
                        line.layer(),
                        bar(line, style),
                        against(line),
                        line.unit(),
                        line.waiting(),
                        line.delay(),
                        line.failing());
        if (line.note().isEmpty()) {
            return style.plain(text);
        }
        String note = style.mark("▲ ", "! ") + line.note();
        return style.plain(text) + "  " + (line.trouble() ? style.bad(note) : note);
    }

    private static String against(LayerLine line) {
        if (line.load().isEmpty()) {
            return "?";
        }
        return Say.number(Math.rint(line.load().getAsDouble())) + " of "
                + (line.limit().isPresent() ? Say.number(Math.rint(line.limit().getAsDouble())) : "?");
    }

    private static String bar(LayerLine line, Style style) {
        String full = style.mark("█", "#");
        String free = style.mark("░", ".");
        OptionalDouble share = line.load().isPresent()
                        && line.limit().isPresent()
                        && line.limit().getAsDouble() > 0
                ? OptionalDouble.of(
                        Math.min(1, line.load().getAsDouble() / line.limit().getAsDouble()))
                : OptionalDouble.empty();
        if (share.isEmpty()) {
            return "?".repeat(BAR);
        }
        int filled = (int) Math.round(share.getAsDouble() * BAR);
        String drawn = full.repeat(filled) + free.repeat(BAR - filled);
        return line.trouble() ? style.bad(drawn) : drawn;
    }
}
