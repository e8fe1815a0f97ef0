package io.poolwright.telemetry.log;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Plain;
import java.io.IOException;
import java.nio.file.Path;

/** A log that is followed, and what its lines add up to. Counts begin when it is first looked at. */
public final class LiveLog implements Collector<Seen>, AutoCloseable {
    private final String name;
    private final Tail tail;
    private final LogPools pools = new LogPools();
    private final LogNotices notices;
    private final Lines lines;

    /**
     * @param name what begins every reason and notice
     * @param file the log
     * @param lines what is made of a line
     */
    public LiveLog(String name, Path file, Lines lines) {
        this.name = name + " " + file;
        this.tail = new Tail(file);
        this.notices = new LogNotices(this.name);
        this.lines = lines;
    }

    @Override
    public synchronized Answer<Seen> collect() {
        try {
            tail.read(line -> notices.line(lines.read(line, pools, notices)));
            return Answer.of(Seen.of(pools.readings()).withNotices(notices.take(tail, pools)));
        } catch (IOException e) {
            return Answer.silent("%s: %s".formatted(name, Plain.reason(e)));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        tail.close();
    }

    /** What is made of a line. */
    @FunctionalInterface
    public interface Lines {
        /** Adds what the line tells; false when it is not of the expected format. Never throws. */
        boolean read(String line, LogPools pools, LogNotices notices);
    }
}
