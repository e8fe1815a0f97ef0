package io.poolwright.cli.terminal;

import io.poolwright.detect.Say;
import io.poolwright.model.live.Tier;
import io.poolwright.watch.view.PoolRow;
import io.poolwright.watch.view.State;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** One pool as a line of fixed columns; what does not fit beside it goes on a second line. */
final class PoolLine {
    private static final int NARROW = 100;
    private static final double LOAD_LINE = 0.85;

    private final Style style;
    private final int width;
    private final int service;
    private final int name;
    private final int bar;

    PoolLine(Style style, int width) {
        this.style = style;
        this.width = width;
        boolean narrow = width < NARROW;
        this.service = narrow ? 9 : 12;
        this.name = narrow ? 24 : Math.min(40, 30 + (width - NARROW) / 4);
        this.bar = narrow ? 10 : 14;
    }

    String heading() {
        return columns(" ", "service", "pool", "used of limit", "share", "waiting", "wait", "t/o min");
    }

    List<String> of(PoolRow row, boolean first) {
        String text = columns(
                style.mark(row.state().shape(), plainShape(row.state())),
                first ? fit(WatchText.printable(row.pool().service()), service) : "",
                fit(tier(row.pool().tier()) + " " + WatchText.printable(name(row)), name),
                bar(row),
                row.share().text(Say::percent),
                row.pending().text(Say::number),
                row.waitTime().text(Say::time),
                row.timeouts().text(Say::number));
        if (row.note().isEmpty()) {
            return List.of(painted(style, row.state(), text));
        }
        String note = WatchText.printable(row.note())
                + row.since().map(at -> " since " + WatchText.utc(at)).orElse("");
        return text.length() + 2 + note.length() <= width
                ? List.of(painted(style, row.state(), text + "  " + note))
                : List.of(
                        painted(style, row.state(), text), painted(style, row.state(), " ".repeat(service + 5) + note));
    }

    private String columns(String shape, String owner, String pool, String load, String... numbers) {
        return String.format(
                Locale.ROOT,
                "%s %-" + service + "s  %-" + name + "s %-" + bar + "s %6s %7s %7s %7s",
                shape,
                owner,
                pool,
                fit(load, bar),
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3]);
    }

    private static String name(PoolRow row) {
        if (row.instances() > 1) {
            return "%s (%d copies)".formatted(row.pool().name(), row.instances());
        }
        return row.pool().name();
    }

    private String bar(PoolRow row) {
        OptionalDouble share = row.share().value();
        if (share.isEmpty()) {
            return "?".repeat(bar);
        }
        int filled = (int) Math.round(Math.min(1, share.getAsDouble()) * bar);
        StringBuilder drawn = new StringBuilder(
                style.mark("█", "#").repeat(filled) + style.mark("░", ".").repeat(bar - filled));
        drawn.setCharAt((int) Math.round(LOAD_LINE * bar) - 1, '|');
        return drawn.toString();
    }

    private String fit(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        return text.substring(0, room - 1) + style.mark("…", "~");
    }

    private static String tier(Tier tier) {
        return switch (tier) {
            case FRONTEND -> "frontend";
            case SERVER -> "balancer";
            case WORKERS -> "workers";
            case HTTP_CLIENT -> "client";
            case POOL -> "pool";
            case POOLER -> "pooler";
            case DATABASE -> "database";
        };
    }

    static String plainShape(State state) {
        return switch (state) {
            case CALM -> " ";
            case NEAR -> "*";
            case BLIND -> "?";
            case OVER -> "!";
        };
    }

    static String painted(Style style, State state, String text) {
        return switch (state) {
            case CALM -> text;
            case NEAR -> style.warm(text);
            case BLIND -> style.warm(text);
            case OVER -> style.bad(text);
        };
    }
}
