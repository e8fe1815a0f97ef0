package io.poolwright.drill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One process of this machine, told apart from any later one that is given the same number.
 *
 * @param pid process number
 * @param startTicks when it started, in clock ticks since boot ({@code /proc/<pid>/stat} field 22, proc(5))
 * @param boot which boot that was ({@code /proc/sys/kernel/random/boot_id})
 */
record ProcessIdentity(long pid, long startTicks, String boot) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** The living process of that number; empty when there is none, or only its unreaped remains. */
    static Optional<ProcessIdentity> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return startTicks(stat).map(ticks -> new ProcessIdentity(pid, ticks, thisBoot()));
        } catch (IOException e) {
            return Optional.empty(); // no such process, which is an answer
        }
    }

    /** Field 22 of a stat line, unless field 3 says that the process is a zombie. */
    static Optional<Long> startTicks(String stat) {
        // The name in field 2 may hold spaces and brackets: count from the last closing one.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        boolean gone = fields[0].equals("Z") || fields[0].equals("X");
        return gone ? Optional.empty() : Optional.of(Long.valueOf(fields[19]));
    }

    boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }

    private static String thisBoot() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
