package io.poolwright.cli.terminal;

import io.poolwright.cli.report.CustomerSecond;
import io.poolwright.cli.report.Moment;
import io.poolwright.detect.Frame;
import io.poolwright.diagnose.Diagnosis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A terminal: the layers are redrawn in place at the bottom, the timeline scrolls above them.
 *
 * <p>May be called by several threads; lines never mix.
 */
public final class LiveScreen implements Screen {
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintStream out;
    private final Style style;
    private final BufferedReader answers;
    private final int width;
    private int drawn;
    private boolean asking;

    /**
     * A screen on a terminal.
     *
     * @param width columns; longer lines of the table are cut, so that redrawing stays in step
     */
    public LiveScreen(PrintStream out, Style style, BufferedReader answers, int width) {
        this.out = out;
        this.style = style;
        this.answers = answers;
        this.width = width;
    }

    @Override
    public synchronized void progress(String text) {
        above(style.faint(text));
    }

    @Override
    public synchronized void look(Frame frame, Optional<CustomerSecond> customers) {
        if (asking) {
            return;
        }
        List<LayerLine> lines = LayerTable.of(frame, customers);
        StringBuilder text = new StringBuilder(erase());
        text.append('\n');
        for (LayerLine line : lines) {
            text.append(Cut.to(width, LayerText.of(line, style))).append('\n');
        }
        drawn = lines.size() + 1;
        out.print(text);
        out.flush();
    }

    @Override
    public synchronized void moment(Moment moment) {
        above(MomentText.of(moment, style));
    }

    @Override
    public synchronized void diagnosis(Diagnosis diagnosis) {
        above(String.join("\n", DiagnosisText.of(diagnosis, style)));
    }

    @Override
    public boolean ask(String question) {
        synchronized (this) {
            out.print(erase());
            drawn = 0;
            asking = true;
            out.print(style.bold(style.plain(question)) + " [y/N] ");
            out.flush();
        }
        try {
            String answer = answers.readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the answer", e);
        } finally {
            synchronized (this) {
                asking = false;
            }
        }
    }

    @Override
    public synchronized void say(String text) {
        above(text);
    }

    @Override
    public synchronized void close() {
        drawn = 0;
        out.flush();
    }

    private void above(String text) {
        out.print(erase() + style.plain(text) + "\n");
        drawn = 0;
        out.flush();
    }

    private String erase() {
        return drawn == 0 ? "" : "\r" + UP.formatted(drawn) + CLEAR_BELOW;
    }
}
