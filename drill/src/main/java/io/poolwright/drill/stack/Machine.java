package io.poolwright.drill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine that a stack is to run on: what it must have. */
public final class Machine {
    private static final long NEEDED_MIB = 1_200;

    private Machine() {}

    /** The launcher of the Java that runs us. */
    public static Path java() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        if (!Files.isExecutable(java)) {
            throw new NoJavaException(
                    java + " is missing: a drill starts Java processes; install a full JDK or JRE, 17 or later");
        }
        return java;
    }

    /** Refuses a machine on which the stack would push others, or itself, out of memory. */
    public static void checkMemory() throws IOException {
        Path meminfo = Path.of("/proc/meminfo");
        if (!Files.isReadable(meminfo)) {
            throw new StackFailedException("drills need Linux: there is no /proc/meminfo here");
        }
        checkMemory(Files.readAllLines(meminfo));
    }

    /** Reads {@code MemAvailable} of {@code /proc/meminfo} (kB there, proc(5)). */
    static void checkMemory(List<String> meminfo) {
        for (String line : meminfo) {
            if (line.startsWith("MemAvailable:")) {
                long mib = Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
                if (mib < NEEDED_MIB) {
                    throw new TooLittleMemoryException(
                            "%d MiB of memory available; a drill needs %d MiB: stop something, or use another machine"
                                    .formatted(mib, NEEDED_MIB));
                }
            }
        }
    }
}
