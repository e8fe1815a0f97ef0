package io.poolwright.server.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The room on the disk of the data folder. Without enough of it a write is refused before it begins, while what is there can still
 * be read; with room again the next write is taken.
 */
public final class Room {
    /** Bytes that must be free for a write to begin. A starting value: a page of events is far smaller. */
    static final long LEAST_FREE = 4L << 20;

    private final Optional<Path> folder;

    private Room(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The room in a folder of this machine. */
    public static Room in(Path folder) {
        return new Room(Optional.of(folder));
    }

    /** For a database elsewhere, which knows its own room. */
    public static Room elsewhere() {
        return new Room(Optional.empty());
    }

    synchronized void demand() {
        if (folder.isEmpty()) {
            return;
        }
        Reserve reserve = new Reserve(folder.get());
        boolean reserved = reserve.isThere();
        long needed = LEAST_FREE + (reserved ? 0 : Reserve.BYTES);
        try {
            long free = Files.getFileStore(folder.get()).getUsableSpace();
            if (free < needed) {
                throw new UnavailableException("the disk of the data folder is full: %d MiB are free, %d MiB are needed"
                        .formatted(free >> 20, needed >> 20));
            }
            if (!reserved) {
                reserve.take();
            }
        } catch (IOException e) {
            throw new UnavailableException("the disk of the data folder is full, or cannot be written");
        }
    }
}
