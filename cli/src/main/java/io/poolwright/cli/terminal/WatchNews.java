package io.poolwright.cli.terminal;

import io.poolwright.watch.view.Headline;
import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.PoolRow;
import io.poolwright.watch.view.State;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A watch in a pipe, a file or a log: nothing is drawn over; a line is written when something is different. */
public final class WatchNews implements WatchScreen {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    /** Lines of one look; a page that tells of thousands of pools must not drown the rest. */
    private static final int MOST = 20;

    private final PrintStream out;
    private final Style style;
    private Map<String, State> states = new TreeMap<>();
    private String verdict = "";

    public WatchNews(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    @Override
    public synchronized void draw(Overview overview) {
        String now = verdict(overview.headline());
        if (!now.equals(verdict)) {
            line(overview.at(), "verdict", now);
            verdict = now;
        }
        Map<String, State> next = new TreeMap<>();
        List<String[]> news = new ArrayList<>();
        for (PoolRow row : overview.services().stream()
                .flatMap(service -> Stream.concat(service.rows().stream(), service.quiet().stream()))
                .toList()) {
            String name = "%s %s %s"
                    .formatted(
                            row.pool().service(),
                            row.pool().tier().id(),
                            row.pool().name());
            next.put(name, row.state());
            State before = states.getOrDefault(name, State.CALM);
            if (before != row.state()) {
                String why = row.note().isEmpty() ? "" : "; " + row.note();
                news.add(new String[] {
                    row.state().id(), name + ": " + row.state().word() + why
                });
            }
        }
        states.forEach((name, state) -> {
            if (!next.containsKey(name)) {
                news.add(new String[] {"gone", name + ": no longer watched"});
            }
        });
        news.stream().limit(MOST).forEach(one -> line(overview.at(), one[0], one[1]));
        if (news.size() > MOST) {
            line(overview.at(), "more", "%d more pools changed".formatted(news.size() - MOST));
        }
        states = next;
        out.flush();
    }

    private static String verdict(Headline it) {
        StringBuilder text = new StringBuilder();
        if (!it.service().isEmpty()) {
            text.append(it.service()).append(": ");
        }
        text.append(it.where());
        it.cause().ifPresent(cause -> text.append("; probable cause: ")
                .append(cause)
                .append(" (confidence ")
                .append(it.confidence())
                .append(')'));
        if (!it.change().isEmpty()) {
            text.append("; change: ").append(it.change());
        }
        return text.toString();
    }

    @Override
    public synchronized void tell(String news) {
        out.println(style.plain(WatchText.printable(news)));
    }

    private void line(Instant at, String kind, String text) {
        out.println(style.plain("%s  %-7s  %s".formatted(CLOCK.format(at), kind, WatchText.printable(text))));
    }
}
