package io.poolwright.config.fuzz;

import io.poolwright.config.assemble.Reading;
import io.poolwright.config.assemble.StackReader;
import io.poolwright.config.source.Tree;
import io.poolwright.config.source.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Throws spoilt configuration files at every reader, and counts what must not happen: a crash, an error of our own, an input
 * that takes longer than a second.
 *
 * <p>Run it alone for the long count: {@code ReadersFuzz INPUTS [SEED]} with {@code -Xmx256m}. The corpus is what
 * {@code examples/} holds, one file at a time, under its own name.
 */
public final class ReadersFuzz {
    private static final long SLOW_NANOS = 1_000_000_000L;

    private final List<Map.Entry<String, String>> corpus;
    private final List<String> texts;
    private final AtomicLong slowest = new AtomicLong();
    private final Map<String, Long> byFormat = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    ReadersFuzz(Path examples) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(examples)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.toString().endsWith(".md") && !file.endsWith("expected.txt")) {
                    Path inside = examples.relativize(file);
                    files.put(inside.subpath(1, inside.getNameCount()).toString(), Files.readString(file));
                }
            }
        }
        corpus = List.copyOf(files.entrySet());
        texts = List.copyOf(files.values());
    }

    /** Inputs {@code from} to {@code to}; the number of an input is its seed, so that any one can be run again. */
    void run(long from, long to) {
        for (long seed = from; seed < to; seed++) {
            Map.Entry<String, String> file = corpus.get((int) (seed % corpus.size()));
            String spoilt = new Mutator(seed, texts).spoil(file.getValue());
            long start = System.nanoTime();
            List<String> wrong = read(file.getKey(), spoilt);
            long took = System.nanoTime() - start;
            slowest.accumulateAndGet(took, Math::max);
            String name = file.getKey().replaceFirst(".*/", "");
            synchronized (this) {
                byFormat.merge(name, 1L, Long::sum);
                if (took > SLOW_NANOS) {
                    failures.add("input %d (%s) took %d ms".formatted(seed, file.getKey(), took / 1_000_000));
                }
                for (String one : wrong) {
                    failures.add("input %d (%s): %s".formatted(seed, file.getKey(), one));
                }
            }
        }
    }

    private static List<String> read(String path, String text) {
        try {
            Reading reading = StackReader.read(Tree.of(Map.of(path, text)));
            return reading.unread().stream()
                    .map(Unread::reason)
                    .filter(reason -> reason.contains("Poolwright's own"))
                    .toList();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return List.of(e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?"));
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    String summary(long inputs, long millis) {
        return "%,d inputs from %d files in %d s (%,d/s), slowest %d ms, %d failures%n%s"
                .formatted(
                        inputs,
                        corpus.size(),
                        millis / 1000,
                        inputs * 1000 / Math.max(1, millis),
                        slowest.get() / 1_000_000,
                        failures.size(),
                        byFormat);
    }

    /** Runs on two threads and prints the count; exit code 1 when anything failed. */
    public static void main(String[] args) throws Exception {
        long inputs = Long.parseLong(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 0;
        ReadersFuzz fuzz = new ReadersFuzz(Path.of(System.getProperty("examples", "examples")));
        long start = System.nanoTime();
        Thread other = new Thread(() -> fuzz.run(seed + inputs / 2, seed + inputs));
        other.start();
        fuzz.run(seed, seed + inputs / 2);
        other.join();
        System.out.println(fuzz.summary(inputs, (System.nanoTime() - start) / 1_000_000));
        fuzz.failures().stream()
                .collect(Collectors.toMap(
                        one -> one.replaceFirst("input \\d+", "input"), one -> one, (a, b) -> a, TreeMap::new))
                .values()
                .stream()
                .limit(40)
                .forEach(System.out::println);
        System.exit(fuzz.failures().isEmpty() ? 0 : 1);
    }
}
