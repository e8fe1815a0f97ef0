package io.poolwright.server.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The free space in the data folder. A write is refused while enough is left to go on reading and to close the file well. */
public final class Room {
    /** Bytes that must stay free. H2 appends chunks, and needs some megabytes to rewrite old ones. A starting value. */
    public static final long LEAST_FREE = 16L << 20;

    private final Optional<Path> folder;
    private final long leastFree;

    private Room(Optional<Path> folder, long leastFree) {
        this.folder = folder;
        this.leastFree = leastFree;
    }

    /** The room in a folder of this machine. */
    public static Room in(Path folder, long leastFree) {
        return new Room(Optional.of(folder), leastFree);
    }

    /** For a database elsewhere, which knows its own room. */
    public static Room elsewhere() {
        return new Room(Optional.empty(), 0);
    }

    void demand() {
        if (folder.isEmpty()) {
            return;
        }
        long free;
        try {
            free = Files.getFileStore(folder.get()).getUsableSpace();
        } catch (IOException e) {
            throw new UnavailableException("the data folder cannot be reached");
        }
        if (free < leastFree) {
            throw new UnavailableException(
                    "the disk of the data folder is full: %d MiB are free, and %d MiB must stay free"
                            .formatted(free >> 20, leastFree >> 20));
        }
    }
}
