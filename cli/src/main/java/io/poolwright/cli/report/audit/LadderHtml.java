package io.poolwright.cli.report.audit;

import io.poolwright.audit.Say;
import io.poolwright.audit.picture.Rung;
import io.poolwright.audit.picture.TimeoutLadder;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Bound;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A ladder drawn: a bar for each limit, all to one scale, the outermost on top. The words beside a bar say the same, so that
 * nothing hangs on seeing it.
 */
final class LadderHtml {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 16;

    private final Markup out;

    LadderHtml(Markup out) {
        this.out = out;
    }

    void draw(TimeoutLadder ladder) {
        Duration longest = ladder.rungs().stream()
                .flatMap(rung -> rung.time().stream())
                .filter(time -> !Bound.isForever(time))
                .max(Duration::compareTo)
                .orElse(Duration.ofSeconds(1));
        String where = ladder.environment().isEmpty() ? "" : " in " + ladder.environment();
        out.put("<figure class=\"ladder\"><figcaption><h3>%s</h3><p>%s</p></figcaption><ol>"
                .formatted(Markup.text("Around " + ladder.pool() + where), verdict(ladder)));
        Optional<Duration> tightest = Optional.empty();
        for (Rung rung : ladder.rungs()) {
            rung(rung, longest, tightest);
            if (!rung.step().equals("pool wait")) {
                tightest = tighter(tightest, rung.time());
            }
        }
        out.put("</ol><p class=\"muted\">Full width: %s. The thin line is the tightest limit further out.</p></figure>"
                .formatted(Say.time(longest)));
    }

    private static String verdict(TimeoutLadder ladder) {
        List<Rung> wrong = ladder.rungs().stream()
                .filter(rung -> rung.inversion().isPresent())
                .toList();
        long unknown =
                ladder.rungs().stream().filter(rung -> rung.time().isEmpty()).count();
        String open = unknown == 0 ? "" : " %s not known.".formatted(Counted.count(unknown, "limit"));
        return wrong.isEmpty()
                ? "Each known limit is shorter than those around it." + open
                : "<strong class=\"wrong\">✗ %s inverted.</strong>%s"
                        .formatted(Counted.count(wrong.size(), "limit"), open);
    }

    private static Optional<Duration> tighter(Optional<Duration> a, Optional<Duration> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isPresent() ? a : b;
        }
        return a.get().compareTo(b.get()) <= 0 ? a : b;
    }

    private void rung(Rung rung, Duration longest, Optional<Duration> tightest) {
        String time = rung.time().map(Say::time).orElse("?");
        String place = rung.at().map(Origin::toString).orElse(rung.source());
        out.put(
                "<li class=\"%s\"><p><span class=\"step\">%s</span> <strong>%s</strong> <span class=\"muted\">%s · %s</span></p>"
                        .formatted(
                                rung.inversion().isPresent() ? "inverted" : "",
                                Markup.text(rung.step()),
                                time,
                                Markup.text(rung.name()),
                                Markup.text(place)));
        out.put(bar(rung, longest, tightest));
        rung.inversion().ifPresent(why -> out.put("<p class=\"wrong\">✗ INVERTED: %s</p>".formatted(Markup.text(why))));
        out.put("</li>");
    }

    private static String bar(Rung rung, Duration longest, Optional<Duration> tightest) {
        StringBuilder svg = new StringBuilder(
                "<svg class=\"bar\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s\">"
                        .formatted(
                                WIDTH,
                                HEIGHT,
                                Markup.text(rung.step() + " "
                                        + rung.time().map(Say::time).orElse("unknown"))));
        svg.append("<rect class=\"track\" width=\"%d\" height=\"%d\"/>".formatted(WIDTH, HEIGHT));
        rung.time()
                .ifPresent(time -> svg.append("<rect class=\"%s\" width=\"%s\" height=\"%d\"/>"
                        .formatted(look(rung, time), number(share(time, longest)), HEIGHT)));
        tightest.filter(limit -> !Bound.isForever(limit))
                .map(limit -> number(share(limit, longest)))
                .ifPresent(x -> svg.append(
                        "<line class=\"tightest\" x1=\"%s\" x2=\"%s\" y1=\"0\" y2=\"%d\"/>".formatted(x, x, HEIGHT)));
        return svg.append("</svg>").toString();
    }

    private static String look(Rung rung, Duration time) {
        if (rung.inversion().isPresent()) {
            return "limit bad";
        }
        return Bound.isForever(time) ? "limit endless" : "limit";
    }

    private static double share(Duration time, Duration longest) {
        if (Bound.isForever(time)) {
            return WIDTH;
        }
        double whole = Math.max(1, longest.toMillis());
        return Math.max(3, Math.min(WIDTH, WIDTH * time.toMillis() / whole));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
