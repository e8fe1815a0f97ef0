package io.poolwright.config.haproxy;

import io.poolwright.config.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * The files that one HAProxy loads.
 *
 * @param files in the order of loading, at least one; the first gives the process its name
 * @param doubt why there may be more files than these, if there may
 */
record HaproxyProcess(List<SourceFile> files, Optional<String> doubt) {
    HaproxyProcess {
        files = List.copyOf(files);
    }

    SourceFile main() {
        return files.get(0);
    }
}
