package io.poolwright.server.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of zeros beside the state, to be given up when the disk is full in the middle of a write. H2 does not survive a write that
 * fails: its store closes, and a thread that comes after may spin for ever. With the reserve the write that is under way is
 * finished, and the next one is refused before it begins.
 */
final class Reserve {
    /** Bytes; all writes that can be under way at once need far less. */
    static final long BYTES = 16L << 20;

    private final Path file;

    Reserve(Path folder) {
        this.file = folder.resolve("reserve");
    }

    /** Gives the room up; false when it had been given up before. */
    boolean release() throws IOException {
        return Files.deleteIfExists(file);
    }

    boolean isThere() {
        try {
            return Files.size(file) == BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes the room; all of it or none. */
    void take() throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer zeros = ByteBuffer.allocate(1 << 20);
            while (channel.size() < BYTES) {
                zeros.clear();
                channel.write(zeros);
            }
            channel.force(true);
        } catch (IOException e) {
            try {
                release();
            } catch (IOException also) {
                e.addSuppressed(new UncheckedIOException(also));
            }
            throw e;
        }
    }
}
