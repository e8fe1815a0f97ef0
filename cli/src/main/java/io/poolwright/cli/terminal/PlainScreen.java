package io.poolwright.cli.terminal;

import io.poolwright.cli.report.CustomerSecond;
import io.poolwright.cli.report.Moment;
import io.poolwright.detect.Figures;
import io.poolwright.detect.Frame;
import io.poolwright.detect.Say;
import io.poolwright.diagnose.Diagnosis;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Line after line, for a pipe, a file or a log: nothing is drawn over, one line of figures every five seconds. */
public final class PlainScreen implements Screen {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int EVERY = 5;

    private final PrintStream out;
    private final Style style;
    private int looks;

    /** A screen that writes to a stream. */
    public PlainScreen(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    @Override
    public void progress(String text) {
        out.println(style.plain(text));
    }

    @Override
    public void look(Frame frame, Optional<CustomerSecond> customers) {
        if (looks++ % EVERY != 0) {
            return;
        }
        out.println(style.plain(
                "%s  good %s of %s · lb %s of %s slots, %s queued · pools %s of %s used, %s open, %s pending · db %s of %s backends, residual %s"
                        .formatted(
                                CLOCK.format(frame.at()),
                                customers
                                        .map(second -> Say.number(second.good()))
                                        .orElse("?"),
                                customers
                                        .map(second -> Say.rate(second.offered()))
                                        .orElse("?"),
                                Say.number(Figures.SLOTS_USED.of(frame)),
                                Say.number(Figures.SLOTS.of(frame)),
                                Say.number(Figures.QUEUE.of(frame)),
                                Say.number(Figures.USED.of(frame)),
                                Say.number(Figures.MAX.of(frame)),
                                Say.number(Figures.TOTAL.of(frame)),
                                Say.number(Figures.PENDING.of(frame)),
                                Say.number(Figures.BACKENDS.of(frame)),
                                Say.number(Figures.USABLE.of(frame)),
                                Say.number(Figures.RESIDUAL.of(frame)))));
    }

    @Override
    public void moment(Moment moment) {
        out.println(style.plain(MomentText.of(moment, style)));
    }

    @Override
    public void diagnosis(Diagnosis diagnosis) {
        DiagnosisText.of(diagnosis, style).forEach(out::println);
    }

    @Override
    public boolean ask(String question) {
        out.println(style.plain(question + "  (nobody to ask; run with --yes to apply)"));
        return false;
    }

    @Override
    public void say(String text) {
        out.println(style.plain(text));
    }

    @Override
    public void close() {
        out.flush();
    }
}
