package io.poolwright.cli.terminal;

import io.poolwright.detect.Say;
import io.poolwright.watch.view.Headline;
import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.PoolRow;
import io.poolwright.watch.view.ServiceRows;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** All of what is watched as lines of text: the verdict, then every pool in request order, the worst service first. */
public final class WatchText {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final Style style;
    private final ZoneId local;
    private final PoolLine line;

    /**
     * Text for a width.
     *
     * @param width columns, from 80; names and bars take what there is
     */
    public WatchText(Style style, int width, ZoneId local) {
        this.style = style;
        this.local = local;
        this.line = new PoolLine(style, width);
    }

    /** The lines, without line ends. */
    public List<String> of(Overview overview) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("poolwright watch")
                + (overview.environment().isEmpty() ? "" : " / " + printable(overview.environment()))
                + style.faint("   UTC %s (%s local)   %s in %s"
                        .formatted(
                                SECOND.format(overview.at().atZone(ZoneOffset.UTC)),
                                MINUTE.format(overview.at().atZone(local)),
                                count(overview.pools(), "pool"),
                                count(overview.services().size(), "service"))));
        headline(lines, overview.headline());
        lines.add("");
        lines.add(style.faint(line.heading()));
        for (ServiceRows service : overview.services()) {
            boolean first = true;
            for (PoolRow row : service.rows()) {
                lines.addAll(line.of(row, first));
                first = false;
            }
        }
        List<String> rest = new ArrayList<>();
        if (overview.quiet() > 0) {
            rest.add("quiet lines folded: %d".formatted(overview.quiet()));
        }
        if (!overview.blindSpots().isEmpty()) {
            rest.add("? " + count(overview.blindSpots().size(), "blind spot"));
        }
        if (!rest.isEmpty()) {
            lines.add(style.faint("  " + String.join("   ", rest)));
        }
        return lines.stream().map(style::plain).toList();
    }

    private void headline(List<String> lines, Headline it) {
        String since = it.since().map(at -> " since " + utc(at)).orElse("");
        String where = printable((it.service().isEmpty() ? "" : it.service() + ": ") + it.where()) + since;
        String shape = style.mark(it.state().shape(), PoolLine.plainShape(it.state()));
        lines.add(PoolLine.painted(style, it.state(), shape + " " + where));
        it.cause()
                .ifPresentOrElse(
                        cause -> lines.add(
                                "  probable cause: %s (confidence %s)".formatted(printable(cause), it.confidence())),
                        () -> {
                            if (it.state() == io.poolwright.watch.view.State.OVER) {
                                lines.add("  cause: cannot tell yet"
                                        + (it.next().isEmpty() ? "" : "; next: " + printable(it.next())));
                            }
                        });
        if (!it.change().isEmpty()) {
            lines.add("  change: " + printable(it.change()));
        }
    }

    static String utc(Instant at) {
        return MINUTE.format(at.atZone(ZoneOffset.UTC)) + " UTC";
    }

    private static String count(int count, String noun) {
        return Say.number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** What a source called something may hold anything; control characters never reach a terminal. */
    static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }
}
