package io.poolwright.config.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file on disk. Its text is kept once read. */
final class DiskFile implements SourceFile {
    /** Longest file that is read: 5 MiB. A configuration that is longer is none. */
    static final long MOST_BYTES = 5L << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final String path;
    private final String relative;
    private @Nullable String text;

    DiskFile(Path file, String path, String relative) {
        this.file = file;
        this.path = path;
        this.relative = relative;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String relative() {
        return relative;
    }

    @Override
    public String text() {
        String known = text;
        if (known == null) {
            known = read();
            text = known;
        }
        return known;
    }

    private String read() {
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw new UnreadableFileException("it is larger than 5 MiB (%,d bytes)".formatted(size));
            }
            return decoded(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UnreadableFileException("it cannot be read: " + e.getMessage());
        }
    }

    private String decoded(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                throw new UnreadableFileException("it is a binary file, or text in UTF-16; expected UTF-8");
            }
        }
        String decoded;
        try {
            decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            if (!relative.endsWith(".properties")) {
                throw new UnreadableFileException("it is not UTF-8");
            }
            decoded = new String(bytes, StandardCharsets.ISO_8859_1); // what java.util.Properties reads
        }
        return !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? decoded.substring(1) : decoded;
    }
}
