package io.poolwright.telemetry.recording;

import org.jspecify.annotations.Nullable;

/** A file is not a recording that this version reads. */
public final class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordingException(String source, int line, String found, String accepted, @Nullable Throwable cause) {
        super("%s:%d: found %s; accepted: %s".formatted(source, line, found, accepted), cause);
    }
}
