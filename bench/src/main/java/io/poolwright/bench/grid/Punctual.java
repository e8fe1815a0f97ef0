package io.poolwright.bench.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Puts the threads that make the load before all others of the machine, where we may: real customers do not wait for the
 * server's processors before they ask.
 */
final class Punctual {
    private static final Path CHRT = Path.of("/usr/bin/chrt");

    private Punctual() {}

    /** The threads of this process whose names begin with {@code load-}, and the one that stops them to collect garbage. */
    static void load() throws IOException, InterruptedException {
        if (!Files.isExecutable(CHRT)) {
            return;
        }
        for (String thread : threads()) {
            Process chrt = new ProcessBuilder(CHRT.toString(), "--rr", "--pid", "1", thread)
                    .redirectErrorStream(true)
                    .start();
            chrt.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            chrt.waitFor(2, TimeUnit.SECONDS); // refused to anyone but root; the lag then says what it cost
        }
    }

    private static List<String> threads() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/task"))) {
            return all.filter(Punctual::makesLoad)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }

    private static boolean makesLoad(Path thread) {
        try {
            String name = Files.readString(thread.resolve("comm")).strip();
            return name.startsWith("load-") || name.equals("VM Thread");
        } catch (IOException e) {
            return false; // it has ended
        }
    }
}
