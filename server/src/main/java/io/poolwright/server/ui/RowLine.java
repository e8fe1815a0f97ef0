package io.poolwright.server.ui;

import io.poolwright.detect.Say;
import io.poolwright.model.live.Tier;
import io.poolwright.watch.view.Cell;
import io.poolwright.watch.view.PoolRow;
import io.poolwright.watch.view.State;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One pool's line as texts: two lines that are equal look the same, so only what differs is sent.
 *
 * @param id of the element
 * @param href where its page is
 * @param fill length of the bar, of 100; empty text when nothing is known
 * @param queue length of what waits beyond the deck, of 12; empty text when nobody does
 * @param spoken the line in one sentence
 * @param lead id of the group that it is the first line of; empty text when it is not the first
 * @param more how many lines are folded under the group; empty text when none, or when it is not the first
 */
public record RowLine(
        String id,
        String href,
        String state,
        String shape,
        String word,
        String service,
        String tier,
        String name,
        String instance,
        String load,
        String share,
        String fill,
        String queue,
        Figure waiting,
        Figure waitTime,
        Figure timeouts,
        String note,
        @Nullable Moment since,
        String spoken,
        String lead,
        String more) {
    /** Beyond the deck there is room for this many hundredths of a limit. */
    private static final double QUEUE_ROOM = 12;

    /**
     * A figure and why there is none.
     *
     * @param look {@code known}, {@code none}, {@code unknown} or {@code bad}
     */
    public record Figure(String text, String why, String look) {
        static Figure of(Cell cell, java.util.function.DoubleFunction<String> words, boolean badAboveZero) {
            String look = cell instanceof Cell.Known known
                    ? badAboveZero && known.it() > 0 ? "bad" : "known"
                    : cell instanceof Cell.NotOffered ? "none" : "unknown";
            return new Figure(cell.text(words), cell.reason(), look);
        }
    }

    static RowLine of(PoolRow row, Instant now) {
        String load =
                "%s of %s".formatted(row.used().text(Say::number), row.max().text(Say::number));
        String share = row.share().text(Say::percent);
        return new RowLine(
                id(row),
                "/pools/" + row.key(),
                row.state().id(),
                row.state().shape(),
                row.state().word(),
                row.pool().service(),
                tier(row.pool().tier()),
                row.pool().name(),
                instance(row),
                load,
                share,
                fill(row),
                queue(row),
                Figure.of(row.pending(), Say::number, false),
                Figure.of(row.waitTime(), Say::time, false),
                Figure.of(row.timeouts(), Say::number, true),
                row.note(),
                row.since().map(at -> Moment.of(at, now)).orElse(null),
                spoken(row, load),
                "",
                "");
    }

    /** The same as the first line of its group. */
    RowLine leading(String group, String folded) {
        return new RowLine(
                id, href, state, shape, word, service, tier, name, instance, load, share, fill, queue, waiting,
                waitTime, timeouts, note, since, spoken, group, folded);
    }

    /** The same for every copy of a pool, so that a line stays in its place when another copy becomes the worst. */
    static String id(PoolRow row) {
        String key = row.key();
        return "p-" + key.substring(0, key.lastIndexOf('~'));
    }

    private static String instance(PoolRow row) {
        if (row.instances() == 1) {
            return row.pool().instance();
        }
        return row.state() == State.CALM
                ? row.instances() + " copies"
                : "%s, worst of %d".formatted(row.pool().instance(), row.instances());
    }

    /** A layer's short name, as people who run stacks say it. */
    static String tier(Tier tier) {
        return switch (tier) {
            case FRONTEND -> "frontend";
            case SERVER -> "balancer";
            case WORKERS -> "workers";
            case HTTP_CLIENT -> "HTTP client";
            case POOL -> "pool";
            case POOLER -> "pooler";
            case DATABASE -> "database";
        };
    }

    private static String fill(PoolRow row) {
        return row.share().known() ? tenth(Math.min(1, row.share().value().getAsDouble()) * 100) : "";
    }

    private static String queue(PoolRow row) {
        double pending = row.pending().value().orElse(0);
        double max = row.max().value().orElse(0);
        if (pending <= 0 || max <= 0) {
            return "";
        }
        return tenth(Math.max(1.5, Math.min(QUEUE_ROOM, pending / max * QUEUE_ROOM)));
    }

    private static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String spoken(PoolRow row, String load) {
        return "%s, %s %s: %s%s, %s%s"
                .formatted(
                        row.pool().service(),
                        tier(row.pool().tier()),
                        row.pool().name(),
                        row.state().word(),
                        row.note().isEmpty() ? "" : ", " + row.note(),
                        row.share().known() ? load + " used" : "share of its limit unknown",
                        row.pending().value().orElse(0) > 0
                                ? ", %s waiting"
                                        .formatted(
                                                Say.number(row.pending().value().getAsDouble()))
                                : "");
    }
}
