package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.audit.Safe;
import io.poolwright.cli.terminal.Sparkline;
import io.poolwright.cli.terminal.Style;
import io.poolwright.detect.Say;
import io.poolwright.simulate.search.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** A simulation for people at a terminal. Colour only adds: every state is also a word and a sign. */
public final class WhatIfText {
    private static final int NAME = 12;
    private static final int MOST_REMEDIES = 8;

    private final WhatIf it;
    private final Page page;

    private WhatIfText(WhatIf it, Style style, int width) {
        this.it = it;
        this.page = new Page(style, width);
    }

    /** The lines, without line ends. */
    public static List<String> of(WhatIf it, Style style, int width) {
        return new WhatIfText(it, style, width).lines();
    }

    private List<String> lines() {
        verdict();
        layers();
        figures();
        course();
        it.line().ifPresent(line -> LineText.on(page, line, it.lineBefore()));
        remedies();
        BasisText.on(page, it.basis(), false);
        end();
        return page.lines();
    }

    private void verdict() {
        Style style = page.style();
        boolean well = it.answer().exitCode() == 0;
        String sign = style.mark(it.answer().sign(), well ? "+" : it.answer() == Answer.CANNOT_TELL ? "?" : "x");
        String words = "%s %s".formatted(sign, it.answer().words().toUpperCase(java.util.Locale.ROOT));
        page.line("%s  %s".formatted(well ? style.good(words) : style.bad(words), Safe.line(it.subject())));
        page.sentence(it.why());
        page.labelled("promise", Words.goal(it.goal()));
        page.labelled("load", it.conditions().load());
        it.conditions().changes().forEach(change -> page.labelled("change", change));
        it.conditions().faults().forEach(fault -> page.labelled("fault", fault));
    }

    private void layers() {
        if (it.layers().isEmpty()) {
            return;
        }
        page.heading("Layers");
        Columns columns = new Columns("layer", "#limit", "#used", "#utilisation", "#waiting", "#full from");
        for (Layer layer : it.layers()) {
            columns.row(
                    layer.name(),
                    layer.limit().isPresent() ? Say.number(layer.limit().getAsDouble()) + " " + layer.counts() : "none",
                    Say.number(layer.used()),
                    maybe(layer.utilisation(), Say::percent),
                    maybe(layer.waiting(), Say::number),
                    maybe(layer.full(), Say::rate));
        }
        columns.on(page);
    }

    private static String maybe(OptionalDouble value, DoubleFunction<String> say) {
        return value.isPresent() ? say.apply(value.getAsDouble()) : "–";
    }

    private void figures() {
        if (it.after().isEmpty()) {
            return;
        }
        boolean both = it.before().isPresent();
        page.heading(
                both
                        ? "Before and after the change, over " + it.conditions().measured()
                        : "Over " + it.conditions().measured());
        Columns columns = both ? new Columns("", "#before", "#after") : new Columns("", "#mean, 95 % interval");
        for (Figures.Row row : Figures.ROWS) {
            if (both) {
                columns.row(row.name(), row.told(it.before()), row.told(it.after()));
            } else {
                columns.row(row.name(), row.told(it.after()));
            }
        }
        columns.on(page);
    }

    private void course() {
        if (it.seconds().isEmpty()) {
            return;
        }
        int room = page.width() - NAME - 22;
        int each = Sparkline.each(it.seconds().size(), room);
        page.heading("Course  (%s, a mark is %s)"
                .formatted(Say.time(it.conditions().seconds()), each == 1 ? "1 s" : "%d s".formatted(each)));
        double offered = most(second -> OptionalDouble.of(second.offered()));
        spark("good/s", second -> OptionalDouble.of(second.good()), offered, Say::rate, room);
        spark("p99", Second::p99, most(Second::p99), Say::time, room);
        spark("pool used", second -> OptionalDouble.of(second.used()), Double.NaN, Say::number, room);
        spark("waiting", second -> OptionalDouble.of(second.pending()), Double.NaN, Say::number, room);
        spark("zombies", second -> OptionalDouble.of(second.zombies()), Double.NaN, Say::number, room);
        spark("lb queue", second -> OptionalDouble.of(second.balancerQueue()), Double.NaN, Say::number, room);
        it.conditions()
                .stretches()
                .forEach(stretch -> page.line("  %-12s %s%s"
                        .formatted(
                                "fault",
                                " ".repeat((int) (stretch.from() / each)),
                                page.style().mark("╰", "'")
                                        + page.style().mark("─", "-").repeat((int) Math.max(
                                                0,
                                                (Math.min(
                                                                                stretch.to(),
                                                                                it.conditions()
                                                                                        .seconds())
                                                                        - stretch.from())
                                                                / each
                                                        - 2))
                                        + page.style().mark("╯", "'")
                                        + " "
                                        + stretch.name())));
    }

    private double most(Function<Second, OptionalDouble> of) {
        return it.seconds().stream()
                .flatMapToDouble(second -> of.apply(second).stream())
                .max()
                .orElse(0);
    }

    /** A line of the course; without a height of its own it is as high as its own most. */
    private void spark(
            String name, Function<Second, OptionalDouble> of, double height, DoubleFunction<String> say, int room) {
        double most = most(of);
        List<OptionalDouble> values = it.seconds().stream().map(of).toList();
        String drawn = Sparkline.of(values, Double.isNaN(height) ? most : height, room, page.style());
        OptionalDouble last = values.get(values.size() - 1);
        page.line("  %-12s %s  %s"
                .formatted(
                        name,
                        drawn,
                        most == 0 && !name.equals("good/s")
                                ? "0"
                                : "most %s, last %s".formatted(say.apply(most), maybe(last, say))));
    }

    private void remedies() {
        if (it.remedies().isEmpty()) {
            return;
        }
        for (Remedy.Effect effect : Remedy.Effect.values()) {
            List<Remedy> all = it.remedies().stream()
                    .filter(remedy -> remedy.effect() == effect)
                    .sorted(Comparator.comparing(remedy -> !remedy.popular() && effect != Remedy.Effect.RESTORES))
                    .toList();
            if (all.isEmpty()) {
                continue;
            }
            page.heading(
                    switch (effect) {
                        case RESTORES -> "Restores, the smallest change first";
                        case SOMETIMES -> "On the border";
                        case DOES_NOT -> "Does not restore";
                        case MAKES_WORSE -> "Makes it worse";
                    });
            Columns columns = new Columns("", "change", "#answered well", "#p99");
            all.stream()
                    .limit(MOST_REMEDIES)
                    .forEach(remedy -> columns.row(
                            page.style().mark(effect.sign(), effect == Remedy.Effect.RESTORES ? "+" : "-"),
                            remedy.change(),
                            remedy.outcome()
                                    .map(outcome ->
                                            Numbers.percent(outcome.goodShare().mean()))
                                    .orElse(""),
                            remedy.outcome()
                                    .flatMap(outcome -> outcome.p99())
                                    .map(p99 -> Say.time(p99.mean()))
                                    .orElse("")));
            columns.on(page);
            if (all.size() > MOST_REMEDIES) {
                page.line(page.style()
                        .faint("  and %d more; all of them: --format json".formatted(all.size() - MOST_REMEDIES)));
            }
        }
    }

    private void end() {
        page.empty();
        it.partial().ifPresent(words -> page.line(page.style().warm(words)));
        Optional<String> runs = it.after().map(outcome -> "%s of %s, seeds from %d; "
                .formatted(
                        Words.count(outcome.runs(), "run"),
                        Say.time(it.conditions().seconds()),
                        it.conditions().seed()));
        page.line(page.style().faint("(%sexit code %d)".formatted(runs.orElse(""), it.exitCode())));
    }
}
