package io.poolwright.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A watch of many pools beside Prometheus, which scrapes the same targets at the same time. Prints CPU and memory of both
 * and their ratios, looks that were lost, how long questions take, and what grows. Linux, with {@code prometheus} on the
 * path; without it, only ours. Run it with {@code bench/watch-load}.
 */
public final class WatchBesidePrometheus {
    private static final int WARM_UP_SECONDS = 60;
    private static final double MIB = 1 << 20;

    private WatchBesidePrometheus() {}

    /** Targets, pools of each, seconds, and minutes that are kept in memory. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int targets = Integer.parseInt(args[0]);
        int pools = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        Path folder = Files.createTempDirectory("watch-load");
        List<Process> processes = new ArrayList<>();
        try {
            Process server = java("-Xmx512m", "LivePoolServer", List.of(args[0], args[1]));
            processes.add(server);
            List<String> ports = List.of(server.inputReader().readLine().split(" "));

            List<String> arguments = new ArrayList<>(List.of(folder.resolve("history").toString(), args[3]));
            arguments.addAll(ports);
            Process ours = java("-Xmx" + (args.length > 4 ? args[4] : "1g"), "WatchSubject", arguments);
            processes.add(ours);
            BufferedReader answers = ours.inputReader();
            List<Process> theirs = prometheus(folder, ports);
            processes.addAll(theirs);

            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            System.out.println("after warm-up: " + ask(ours, answers));
            ProcessFigures[] before = figures(ours, theirs);
            long begin = System.nanoTime();
            double[] peak = new double[before.length];
            long[] handles = new long[before.length];
            for (int i = 1; i <= seconds; i++) {
                TimeUnit.SECONDS.sleep(1);
                ProcessFigures[] now = figures(ours, theirs);
                for (int k = 0; k < now.length; k++) {
                    peak[k] = Math.max(peak[k], now[k].residentBytes());
                    handles[k] = now[k].handles();
                }
                if (i % 60 == 0) {
                    progress(i, begin, before, now);
                }
            }
            double elapsed = (System.nanoTime() - begin) / 1e9;
            ProcessFigures[] after = figures(ours, theirs);
            String last = ask(ours, answers);
            System.out.println("at the end:    " + last);
            report(targets * pools, elapsed, before, after, peak, handles);
        } finally {
            for (Process process : processes) {
                process.getOutputStream().close();
                process.destroy();
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
            delete(folder);
        }
    }

    private static void progress(int second, long begin, ProcessFigures[] before, ProcessFigures[] now) {
        double elapsed = (System.nanoTime() - begin) / 1e9;
        System.out.printf(Locale.ROOT, "%5d s:", second);
        for (int k = 0; k < now.length; k++) {
            System.out.printf(
                    Locale.ROOT,
                    "  %s %.1f %% of a core, %.0f MiB, %d handles",
                    k == 0 ? "ours" : "prometheus",
                    (now[k].cpuSeconds() - before[k].cpuSeconds()) / elapsed * 100,
                    now[k].residentBytes() / MIB,
                    now[k].handles());
        }
        System.out.println();
    }

    private static void report(
            int pools, double elapsed, ProcessFigures[] before, ProcessFigures[] after, double[] peak, long[] handles) {
        double[] cpu = new double[after.length];
        for (int k = 0; k < after.length; k++) {
            cpu[k] = (after[k].cpuSeconds() - before[k].cpuSeconds()) / elapsed * 100;
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %d pools once a second for %.0f s: %.1f %% of a core, %.0f MiB at the end (%.0f without mapped files), %.0f MiB at most, handles %d, then %d%n",
                    k == 0 ? "ours" : "prometheus",
                    pools,
                    elapsed,
                    cpu[k],
                    after[k].residentBytes() / MIB,
                    after[k].anonymousBytes() / MIB,
                    peak[k] / MIB,
                    before[k].handles(),
                    handles[k]);
        }
        if (after.length > 1) {
            System.out.printf(
                    Locale.ROOT,
                    "ours / prometheus: CPU %.2f, memory at the end %.2f, at most %.2f%n",
                    cpu[0] / cpu[1],
                    (double) after[0].residentBytes() / after[1].residentBytes(),
                    peak[0] / peak[1]);
        }
    }

    private static ProcessFigures[] figures(Process ours, List<Process> theirs) throws IOException {
        ProcessFigures[] figures = new ProcessFigures[1 + theirs.size()];
        figures[0] = ProcessFigures.of(ours.pid());
        for (int i = 0; i < theirs.size(); i++) {
            figures[i + 1] = ProcessFigures.of(theirs.get(i).pid());
        }
        return figures;
    }

    private static String ask(Process ours, BufferedReader answers) throws IOException {
        OutputStream out = ours.getOutputStream();
        out.write('\n');
        out.flush();
        return answers.readLine();
    }

    private static List<Process> prometheus(Path folder, List<String> ports) throws IOException {
        String config =
                """
                global:
                  scrape_interval: 1s
                  scrape_timeout: 900ms
                scrape_configs:
                  - job_name: pools
                    static_configs:
                      - targets: [%s]
                """
                        .formatted(ports.stream()
                                .map(port -> "'127.0.0.1:%s'".formatted(port))
                                .collect(Collectors.joining(", ")));
        Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
        try {
            return List.of(new ProcessBuilder(
                            "prometheus",
                            "--config.file=" + file,
                            "--storage.tsdb.path=" + folder.resolve("prometheus"),
                            "--web.listen-address=127.0.0.1:0",
                            "--log.level=error")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("prometheus.log").toFile())
                    .start());
        } catch (IOException e) {
            System.out.println("without Prometheus: " + e.getMessage());
            return List.of();
        }
    }

    private static Process java(String heap, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", heap));
        command.addAll(Arrays.asList(System.getProperty("flags." + main, "").split(" ")));
        command.removeIf(String::isEmpty);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.poolwright.bench." + main));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
