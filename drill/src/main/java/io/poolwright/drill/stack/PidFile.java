package io.poolwright.drill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The note that we keep of one process we started, so that a later run can end it when this one cannot.
 *
 * @param identity the process
 * @param role what it was started as
 * @param command its command line, for people
 */
record PidFile(ProcessIdentity identity, Role role, String command) {

    /** Writes the whole note or none of it. */
    void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.writeString(
                draft,
                "pid=%d%nstart-ticks=%d%nboot=%s%nrole=%s%ncommand=%s%n"
                        .formatted(
                                identity.pid(),
                                identity.startTicks(),
                                identity.boot(),
                                role,
                                command.replace('\n', ' ')));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static PidFile read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new PidFile(
                new ProcessIdentity(
                        Long.parseLong(value(file, lines, "pid")),
                        Long.parseLong(value(file, lines, "start-ticks")),
                        value(file, lines, "boot")),
                Role.valueOf(value(file, lines, "role")),
                value(file, lines, "command"));
    }

    private static String value(Path file, List<String> lines, String key) throws IOException {
        return lines.stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow(() -> new IOException(file + ": no line '" + key + "='"));
    }
}
