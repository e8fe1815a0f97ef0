package io.poolwright.cli.terminal;

import io.poolwright.watch.view.Overview;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;

/**
 * A watch on a terminal: the picture is redrawn in place, what happens scrolls away above it.
 *
 * <p>May be called by several threads; lines never mix.
 */
public final class WatchTable implements WatchScreen {
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintStream out;
    private final WatchText text;
    private final Style style;
    private final int width;
    private final int height;
    private int drawn;

    /**
     * A screen on a terminal.
     *
     * @param width columns; longer lines are cut, so that redrawing stays in step
     * @param height lines; what is beyond it is counted, not drawn
     */
    public WatchTable(PrintStream out, Style style, int width, int height, ZoneId local) {
        this.out = out;
        this.style = style;
        this.width = width;
        this.height = height;
        this.text = new WatchText(style, width, local);
    }

    @Override
    public synchronized void draw(Overview overview) {
        List<String> lines = text.of(overview);
        int room = Math.max(4, height - 1);
        StringBuilder picture = new StringBuilder(erase());
        int shown = lines.size() <= room ? lines.size() : room - 1;
        for (String line : lines.subList(0, shown)) {
            picture.append(Cut.to(width, line)).append('\n');
        }
        if (shown < lines.size()) {
            picture.append(style.faint("  %d more lines; the window is too low".formatted(lines.size() - shown)))
                    .append('\n');
        }
        drawn = Math.min(lines.size(), room);
        out.print(picture);
        out.flush();
    }

    @Override
    public synchronized void tell(String news) {
        out.print(erase() + Cut.to(width, style.plain(WatchText.printable(news))) + "\n");
        drawn = 0;
        out.flush();
    }

    private String erase() {
        return drawn == 0 ? "" : "\r" + UP.formatted(drawn) + CLEAR_BELOW;
    }
}
