package io.poolwright.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Kills a server again and again while it writes, and counts what it had acknowledged and no longer has. As a program: {@code
 * CrashRounds 50}.
 */
final class CrashRounds {
    private static final int WRITERS = 3;

    private final Path data;
    private final Random random = new Random(7);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> events = ConcurrentHashMap.newKeySet();
    private final Set<String> alerts = ConcurrentHashMap.newKeySet();

    CrashRounds(Path data) {
        this.data = data;
    }

    /**
     * What came of it.
     *
     * @param slowestStart milliseconds from the start of the process until requests are answered, the slowest
     */
    record Result(int rounds, int events, int alerts, Set<String> lost, long slowestStart, long bytes) {}

    public static void main(String[] arguments) throws Exception {
        Result result = new CrashRounds(Files.createTempDirectory("crash")).run(Integer.parseInt(arguments[0]));
        System.out.println(result);
        System.exit(result.lost().isEmpty() ? 0 : 1);
    }

    Result run(int rounds) throws Exception {
        long slowest = 0;
        for (int i = 0; i < rounds; i++) {
            Child child = new Child();
            slowest = Math.max(slowest, child.startMs);
            List<Thread> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                Thread writer = new Thread(() -> write(child));
                writer.start();
                writers.add(writer);
            }
            untilAcknowledged(events.size() + 1 + random.nextInt(40)); // how many is what is random here
            child.kill();
            for (Thread writer : writers) {
                writer.join();
            }
            child.reader.join();
        }
        Child last = new Child();
        Set<String> lost = new HashSet<>(events);
        lost.removeAll(all(last, "/api/v1/events?kind=change", "title"));
        Set<String> lostAlerts = new HashSet<>(alerts);
        lostAlerts.removeAll(all(last, "/api/v1/alerts", "fingerprint"));
        lost.addAll(lostAlerts);
        last.kill();
        last.reader.join();
        return new Result(
                rounds,
                events.size(),
                alerts.size(),
                lost,
                Math.max(slowest, last.startMs),
                Files.size(data.resolve("state.mv.db")));
    }

    private void untilAcknowledged(int count) throws InterruptedException {
        long began = System.nanoTime();
        while (events.size() < count && System.nanoTime() - began < 30_000_000_000L) {
            Thread.sleep(2);
        }
    }

    private void write(Child child) {
        while (true) {
            String title = UUID.randomUUID().toString();
            HttpRequest request = HttpRequest.newBuilder(child.at("/api/v1/changes"))
                    .header("Authorization", "Bearer " + child.token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"kind\":\"configuration\",\"title\":\"%s\"}".formatted(title)))
                    .build();
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 201) {
                    events.add(title);
                }
            } catch (IOException e) {
                return; // killed: this one is neither acknowledged nor refused
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Set<String> all(Child child, String list, String field) throws IOException, InterruptedException {
        Set<String> found = new HashSet<>();
        String cursor = "";
        do {
            String path = list + (list.contains("?") ? "&" : "?") + "limit=500" + cursor;
            JsonNode page = json.readTree(client.send(
                            HttpRequest.newBuilder(child.at(path))
                                    .header("Authorization", "Bearer " + child.token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
            page.get("items").forEach(it -> found.add(it.get(field).asText()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asText();
        } while (!cursor.isEmpty());
        return found;
    }

    /** One life of the server. */
    private final class Child {
        private final Process process;
        private final Thread reader;
        private final long startMs;
        private final String token;
        private final int port;

        Child() throws IOException {
            long began = System.nanoTime();
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            CrashChild.class.getName(),
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            token = after("TOKEN ", out);
            port = Integer.parseInt(after("READY ", out));
            startMs = (System.nanoTime() - began) / 1_000_000;
            reader = new Thread(() -> out.lines()
                    .filter(it -> it.matches("ALERT [0-9a-f-]{36}")) // a line that the kill cut short is none
                    .forEach(it -> alerts.add(it.substring(6))));
            reader.start();
        }

        /** By its handle: the process itself would close the stream with what was acknowledged last still in it. */
        void kill() throws InterruptedException {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }

        private String after(String word, BufferedReader out) throws IOException {
            String line = out.readLine();
            if (line == null || !line.startsWith(word)) {
                throw new UncheckedIOException(new IOException("the server did not start: " + line));
            }
            return line.substring(word.length());
        }

        URI at(String path) {
            return URI.create("http://127.0.0.1:" + port + path);
        }
    }
}
