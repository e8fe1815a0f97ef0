package io.poolwright.telemetry.log;

import io.poolwright.model.live.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What should be known of a log beside its numbers, since the look before. Not for several threads. */
public final class LogNotices {
    private final String log;
    private Map<String, Integer> events = new LinkedHashMap<>();
    private long lines;
    private long unread;
    private long skippedBefore;
    private long longBefore;
    private boolean fullTold;

    /** @param log what the log is called */
    public LogNotices(String log) {
        this.log = log;
    }

    /** Something happened that a reader of the log should see; the text is one of a few. */
    public void event(String what) {
        events.merge(what, 1, Integer::sum);
    }

    public void line(boolean understood) {
        lines++;
        if (!understood) {
            unread++;
        }
    }

    /** The notices of this look; the next one begins anew. */
    public List<Notice> take(Tail tail, LogPools pools) {
        List<Notice> notices = new ArrayList<>();
        events.forEach((what, count) -> notices.add(
                new Notice(Notice.Kind.LOG, "%s: %d × %s since the look before".formatted(log, count, what))));
        if (unread > 0) {
            notices.add(new Notice(
                    Notice.Kind.NONSENSE,
                    "%s: %d of %d lines are not of the format that was named; they are left out"
                            .formatted(log, unread, lines)));
        }
        if (tail.skippedBytes() > skippedBefore || tail.longLines() > longBefore) {
            notices.add(new Notice(
                    Notice.Kind.LIMIT,
                    "%s: %d bytes and %d long lines were left out: it grows faster than it is read, or is no log"
                            .formatted(log, tail.skippedBytes() - skippedBefore, tail.longLines() - longBefore)));
        }
        if (pools.full() && !fullTold) {
            fullTold = true;
            notices.add(new Notice(
                    Notice.Kind.LIMIT,
                    "%s: tells of more than %d pools; the rest is not kept".formatted(log, LogPools.MOST)));
        }
        skippedBefore = tail.skippedBytes();
        longBefore = tail.longLines();
        events = new LinkedHashMap<>();
        lines = 0;
        unread = 0;
        return notices;
    }
}
