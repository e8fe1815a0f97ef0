package io.poolwright.server.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** H2's files under the name {@code reserve:/folder/state}: files as they are, with a {@link Reserve} beside them. */
public final class ReservedPath extends FilePathWrapper {
    static final String SCHEME = "reserve";

    /** For H2, which makes one for each path. */
    public ReservedPath() {}

    /** Tells H2 of the name; telling it again changes nothing. */
    static void register() {
        FilePath.register(new ReservedPath());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        Path folder = Path.of(getBase().toString()).toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a file of the state is in a folder");
        }
        return new ReservedChannel(getBase().open(mode), new Reserve(folder));
    }
}
