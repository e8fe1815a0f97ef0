package io.poolwright.telemetry.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines that are added to a log from now on. A file that is renamed is read to its end before the new one of its name
 * is begun; one that is cut short is read from its beginning. Not for several threads.
 */
public final class Tail implements AutoCloseable {
    /** Most that one look reads, in bytes: about twenty thousand lines. */
    static final int MOST_A_LOOK = 4 << 20;

    /** Further behind than this, what lies between is left out, in bytes. */
    static final long MOST_BEHIND = 64L << 20;

    /** Longest line that is kept, in bytes; a longer one is counted and left out. */
    static final int LONGEST_LINE = 32 << 10;

    private final Path file;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
    private final byte[] line = new byte[LONGEST_LINE];
    private int lineLength;
    private boolean lineTooLong;
    private @Nullable FileChannel channel;
    private @Nullable Object key;
    private boolean begun;
    private long skippedBytes;
    private long longLines;

    public Tail(Path file) {
        this.file = file;
    }

    /** Hands over every whole line since the look before; nothing at the first look, which finds the end of the file. */
    public void read(Consumer<String> lines) throws IOException {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            begun = true; // what will be there is new
            drain(lines, MOST_A_LOOK);
            throw new IOException("there is no file %s".formatted(file), e);
        }
        if (!now.isRegularFile()) {
            throw new IOException("%s is no file".formatted(file));
        }
        int left = MOST_A_LOOK;
        if (channel != null && !Objects.equals(key, now.fileKey())) {
            left -= drain(lines, left);
            if (left > 0) {
                close(); // renamed, and read to its end
            }
        }
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(file, StandardOpenOption.READ);
            channel = open;
            key = now.fileKey();
            if (!begun) {
                open.position(open.size());
                begun = true;
            }
        }
        drain(lines, left);
    }

    /** Bytes left out because the log grew faster than it is read. */
    public long skippedBytes() {
        return skippedBytes;
    }

    /** Lines left out because they were longer than a log's lines are. */
    public long longLines() {
        return longLines;
    }

    private int drain(Consumer<String> lines, int most) throws IOException {
        FileChannel open = channel;
        if (open == null) {
            return 0;
        }
        long behind = open.size() - open.position();
        if (behind < 0) {
            open.position(0); // cut short: what was begun is gone
            startLine();
        } else if (behind > MOST_BEHIND) {
            skippedBytes += behind - most;
            open.position(open.size() - most);
            startLine();
            lineTooLong = true; // it begins in the middle of a line
            longLines--;
        }
        int read = 0;
        while (read < most) {
            buffer.clear().limit(Math.min(buffer.capacity(), most - read));
            int count = open.read(buffer);
            if (count <= 0) {
                break;
            }
            read += count;
            split(buffer.array(), count, lines);
        }
        return read;
    }

    private void split(byte[] bytes, int count, Consumer<String> lines) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                if (lineTooLong) {
                    longLines++;
                } else {
                    int end = lineLength > 0 && line[lineLength - 1] == '\r' ? lineLength - 1 : lineLength;
                    lines.accept(new String(line, 0, end, StandardCharsets.UTF_8));
                }
                startLine();
            } else if (lineLength == LONGEST_LINE) {
                lineTooLong = true;
            } else {
                line[lineLength++] = bytes[i];
            }
        }
    }

    private void startLine() {
        lineLength = 0;
        lineTooLong = false;
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        startLine();
        if (open != null) {
            open.close();
        }
    }
}
