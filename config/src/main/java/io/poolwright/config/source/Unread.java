package io.poolwright.config.source;

import io.poolwright.model.Origin;
import java.util.Optional;

/**
 * A file, or a part of one, that was not read.
 *
 * @param path of the file
 * @param at the line, when it is about a line
 * @param reason in a clause or a message of the reader
 * @param fault whether that leaves the audit incomplete (exit code 3); otherwise it is a remark
 */
public record Unread(String path, Optional<Origin> at, String reason, boolean fault) {

    /** A file that should have been read. */
    public static Unread fault(String path, String reason) {
        return new Unread(path, Optional.empty(), reason, true);
    }

    /** Something that we leave alone on purpose, and say so. */
    public static Unread remark(String path, String reason) {
        return new Unread(path, Optional.empty(), reason, false);
    }
}
