package io.poolwright.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CPU per request of our load generator beside wrk, against the same two-byte endpoint, in turns, each in its own process.
 *
 * <p>wrk runs closed and flat out, which is its best case: under full load one wake-up serves many requests. Ours is paced
 * at the rates given. wrk's CPU is that of its whole process; ours leaves the warm-up (JVM start and JIT) out. Linux only:
 * CPU of ended children is read from {@code /proc/self/stat} (proc(5): cutime and cstime, in ticks of 10 ms).
 *
 * <p>Run it with wrk on the path; the arguments are rates, by default 20000 per second. At a few hundred per
 * second the JIT compiler is at work for the first minute and costs more than the requests do:
 *
 * <pre>{@code
 * ./mvnw -q -B -pl bench -am compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp bench/target/classes:$(cat bench/target/classpath) io.poolwright.bench.LoadGeneratorBesideWrk 20000
 * }</pre>
 */
public final class LoadGeneratorBesideWrk {
    private static final int ROUNDS = 3;
    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 8;
    private static final double TICK = 0.01;
    private static final Pattern WRK_REQUESTS = Pattern.compile("(\\d+) requests in");

    private LoadGeneratorBesideWrk() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> rates = args.length == 0 ? List.of("20000") : List.of(args);
        Process server = new ProcessBuilder(java("TwoByteServer", List.of()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader port = server.inputReader()) {
            String target = "http://127.0.0.1:%s/".formatted(port.readLine());
            wrk(target); // warms the server up
            for (int round = 1; round <= ROUNDS; round++) {
                double wrk = wrk(target);
                for (String rate : rates) {
                    double ours = ours(target, rate);
                    System.out.printf(Locale.ROOT, "round %d  ours at %s/s : wrk = %.2f%n", round, rate, ours / wrk);
                }
            }
        } finally {
            server.getOutputStream().close();
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }

    /** CPU seconds per request. */
    private static double wrk(String target) throws IOException, InterruptedException {
        double before = childrenCpu();
        String output = run(List.of("wrk", "-t1", "-c16", "-d" + SECONDS + "s", target));
        double used = childrenCpu() - before;
        Matcher requests = WRK_REQUESTS.matcher(output);
        if (!requests.find()) {
            throw new IllegalStateException("wrk did not say how many requests it made: " + output);
        }
        long count = Long.parseLong(requests.group(1));
        System.out.printf(Locale.ROOT, "wrk: %d/s, %.2f us CPU per request%n", count / SECONDS, used / count * 1e6);
        return used / count;
    }

    /** CPU seconds per request. */
    private static double ours(String target, String rate) throws IOException, InterruptedException {
        String output = run(java(
                "PacedGenerator", List.of(target, rate, Integer.toString(WARM_UP_SECONDS), Integer.toString(SECONDS))));
        String[] figures = output.trim().split(" ", -1);
        double count = Double.parseDouble(figures[0]);
        double used = Double.parseDouble(figures[1]);
        System.out.printf(
                Locale.ROOT,
                "ours: %.0f/s, %.2f us CPU per request, %.1f %% of a core, p50 %s s, p99 %s s, lag p99 %s s%n",
                count / SECONDS,
                used / count * 1e6,
                used / SECONDS * 100,
                figures[2],
                figures[3],
                figures[4]);
        return used / count;
    }

    private static List<String> java(String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.poolwright.bench." + main));
        command.addAll(arguments);
        return command;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output;
        try (BufferedReader reader = process.inputReader()) {
            output = String.join("\n", reader.lines().toList());
        }
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("%s failed: %s".formatted(command.get(0), output));
        }
        return output;
    }

    private static double childrenCpu() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1); // starts with field 3
        return (Long.parseLong(afterName[16 - 3]) + Long.parseLong(afterName[17 - 3])) * TICK;
    }
}
