package io.poolwright.bench;

import io.poolwright.telemetry.http.HttpPage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    /** Of a pool on a page. */
    private static final int SERIES = 10;

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

            List<String> arguments =
                    new ArrayList<>(List.of(folder.resolve("history").toString(), args[3]));
            arguments.addAll(ports);
            Process ours = java("-Xmx" + (args.length > 4 ? args[4] : "1g"), "WatchSubject", arguments);
            processes.add(ours);
            BufferedReader answers = ours.inputReader();
            int port = freePort();
            List<Process> theirs = prometheus(folder, ports, port);
            processes.addAll(theirs);

            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            String first = ask(ours, answers);
            System.out.println("after warm-up: " + first);
            double[] samplesBefore = samples(first, theirs, port);
            ProcessFigures[] before = figures(ours, theirs);
            long begin = System.nanoTime();
            long[] peak = new long[before.length];
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
            double[] samples = samples(last, theirs, port);
            for (int k = 0; k < samples.length; k++) {
                samples[k] -= samplesBefore[k];
            }
            report(targets * pools, elapsed, samples, before, after, peak, handles);
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
            int pools,
            double elapsed,
            double[] samples,
            ProcessFigures[] before,
            ProcessFigures[] after,
            long[] peak,
            long[] handles) {
        double[] perSample = new double[after.length];
        for (int k = 0; k < after.length; k++) {
            double cpu = after[k].cpuSeconds() - before[k].cpuSeconds();
            perSample[k] = cpu / samples[k];
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %d pools once a second for %.0f s: %.2f %% of the samples, %.1f %% of a core, %.2f us CPU per sample, %.0f MiB at the end (%.0f without mapped files), %.0f MiB at most, handles %d, then %d%n",
                    k == 0 ? "ours" : "prometheus",
                    pools,
                    elapsed,
                    samples[k] / (elapsed * pools * SERIES) * 100,
                    cpu / elapsed * 100,
                    perSample[k] * 1e6,
                    after[k].residentBytes() / MIB,
                    after[k].anonymousBytes() / MIB,
                    peak[k] / MIB,
                    before[k].handles(),
                    handles[k]);
        }
        if (after.length > 1) {
            System.out.printf(
                    Locale.ROOT,
                    "ours / prometheus: CPU per sample %.2f, memory at the end %.2f, at most %.2f%n",
                    perSample[0] / perSample[1],
                    (double) after[0].residentBytes() / after[1].residentBytes(),
                    (double) peak[0] / peak[1]);
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

    /** How many samples each side has taken. */
    private static double[] samples(String said, List<Process> theirs, int port) throws IOException {
        double ours = Double.parseDouble(said.replaceAll(".*points=(\\d+).*", "$1")) * SERIES;
        if (theirs.isEmpty()) {
            return new double[] {ours};
        }
        URI metrics = URI.create("http://127.0.0.1:%d/metrics".formatted(port));
        String page =
                new String(new HttpPage(metrics, Duration.ofSeconds(20), 1 << 22).fetch(), StandardCharsets.UTF_8);
        double taken = page.lines()
                .filter(line -> line.startsWith("prometheus_tsdb_head_samples_appended_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        return new double[] {ours, taken};
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String ask(Process ours, BufferedReader answers) throws IOException {
        OutputStream out = ours.getOutputStream();
        out.write('\n');
        out.flush();
        return answers.readLine();
    }

    private static List<Process> prometheus(Path folder, List<String> ports, int port) throws IOException {
        String config = """
                global:
                  scrape_interval: 1s
                  scrape_timeout: 900ms
                scrape_configs:
                  - job_name: pools
                    static_configs:
                      - targets: [%s]
                """.formatted(
                ports.stream().map(target -> "'127.0.0.1:%s'".formatted(target)).collect(Collectors.joining(", ")));
        Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
        try {
            return List.of(new ProcessBuilder(
                            "prometheus",
                            "--config.file=" + file,
                            "--storage.tsdb.path=" + folder.resolve("prometheus"),
                            "--web.listen-address=127.0.0.1:" + port,
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
