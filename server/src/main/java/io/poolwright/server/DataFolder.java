package io.poolwright.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of the state: made when it is missing, and readable by nobody else. */
final class DataFolder {
    private DataFolder() {}

    static void prepare(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new RefusedSettingException(
                    "--data %s: the folder cannot be made; write: --data FOLDER".formatted(folder));
        }
        if (!Files.isWritable(folder)) {
            throw new RefusedSettingException(
                    "--data %s: the folder cannot be written; write: --data FOLDER".formatted(folder));
        }
    }
}
