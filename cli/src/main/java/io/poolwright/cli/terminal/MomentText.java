package io.poolwright.cli.terminal;

import io.poolwright.cli.report.Moment;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A line of the timeline as text: time, mark, sentence. */
final class MomentText {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private MomentText() {}

    static String of(Moment moment, Style style) {
        String time = style.faint(CLOCK.format(moment.at()));
        String text = moment.text();
        return switch (moment.kind()) {
            case PHASE -> time + "  " + style.bold(style.mark("── ", "-- ") + text);
            case CHANGE -> time + "  " + style.mark("◆ ", "* ") + text;
            case ALERT -> time + "  " + style.bad(style.mark("▲ ALERT ", "! ALERT ")) + text;
            case CAUSE -> time + "  " + style.bold(style.mark("● ", "= ") + text);
            case MISLEADING -> time + "  " + style.warm(style.mark("✗ ", "x ") + text);
            case FIX -> time + "  " + style.bold(style.mark("▼ ", "v ") + text);
            case RECOVERY -> time + "  " + style.good(style.mark("✓ ", "ok ") + text);
        };
    }
}
