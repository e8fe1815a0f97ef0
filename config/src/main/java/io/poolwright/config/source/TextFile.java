package io.poolwright.config.source;

/** A file whose text is already here: standard input, a file inside a manifest, a test. */
public record TextFile(String path, String relative, String text, int linesBefore) implements SourceFile {

    /** A file that begins at line 1. */
    public static TextFile of(String path, String text) {
        return new TextFile(path, path, text, 0);
    }
}
