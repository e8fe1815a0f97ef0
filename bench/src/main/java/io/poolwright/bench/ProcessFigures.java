package io.poolwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process takes, from {@code /proc} (proc(5)); Linux only.
 *
 * @param cpuSeconds used since its start, in all threads
 * @param residentBytes memory, files that are mapped included
 * @param anonymousBytes memory without those
 * @param handles open files and sockets
 */
record ProcessFigures(double cpuSeconds, long residentBytes, long anonymousBytes, long handles) {
    private static final double TICK = 0.01;

    static ProcessFigures of(long process) throws IOException {
        Path proc = Path.of("/proc", Long.toString(process));
        String stat = Files.readString(proc.resolve("stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1); // starts with field 3
        double cpu = (Long.parseLong(afterName[14 - 3]) + Long.parseLong(afterName[15 - 3])) * TICK;
        try (Stream<Path> handles = Files.list(proc.resolve("fd"))) {
            return new ProcessFigures(cpu, kib(proc, "VmRSS:"), kib(proc, "RssAnon:"), handles.count());
        }
    }

    private static long kib(Path proc, String line) throws IOException {
        return Files.readAllLines(proc.resolve("status")).stream()
                .filter(it -> it.startsWith(line))
                .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
