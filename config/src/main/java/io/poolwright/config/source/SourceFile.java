package io.poolwright.config.source;

/** One file of a tree, read when it is asked for. */
public interface SourceFile {

    /** Its path for people, and for {@code Origin}: as the root was given, then below it, with {@code /}. */
    String path();

    /** Its path below the root of its tree, with {@code /}. */
    String relative();

    /** Its text; throws {@link UnreadableFileException} when it is too large, no text, gone, or not ours to read. */
    String text();

    /** Its name without folders. */
    default String name() {
        return relative().substring(relative().lastIndexOf('/') + 1);
    }

    /** Its folder below the root, empty for the root itself. */
    default String folder() {
        int slash = relative().lastIndexOf('/');
        return slash < 0 ? "" : relative().substring(0, slash);
    }

    /** Lines of {@link #path} above the first line of {@link #text}: more than 0 for a file inside a manifest. */
    default int linesBefore() {
        return 0;
    }
}
