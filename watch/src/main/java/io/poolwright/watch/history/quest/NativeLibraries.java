package io.poolwright.watch.history.quest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * QuestDB's native code, unpacked beside the data. By itself it would unpack it into the folder for temporary files under a
 * new name at every start, leave it there when it is killed, and fail where that folder may not hold programs.
 */
final class NativeLibraries {
    private static final String PROPERTY = "questdb.libs.dir";
    private static final String LINUX = "/io/questdb/bin/linux-%s/";

    private NativeLibraries() {}

    /** On Linux; elsewhere QuestDB does as it does. */
    static void unpackTo(Path folder) throws IOException {
        if (System.getProperty(PROPERTY) != null || !name("os.name").contains("linux")) {
            return;
        }
        String from = LINUX.formatted(name("os.arch").equals("aarch64") ? "aarch64" : "x86-64");
        Files.createDirectories(folder);
        for (String library : List.of("libquestdb.so", "libquestdbr.so")) {
            if (!unpack(from + library, folder.resolve(library))) {
                return;
            }
        }
        System.setProperty(PROPERTY, folder.toAbsolutePath().toString());
    }

    private static boolean unpack(String resource, Path to) throws IOException {
        try (InputStream library = NativeLibraries.class.getResourceAsStream(resource)) {
            if (library == null) {
                return false;
            }
            Path fresh = to.resolveSibling(to.getFileName() + ".new");
            Files.copy(library, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }

    private static String name(String property) {
        return System.getProperty(property, "").toLowerCase(Locale.ROOT);
    }
}
