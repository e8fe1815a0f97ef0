package io.poolwright.drill.balancer;

import io.poolwright.drill.stack.Keeper;
import io.poolwright.drill.stack.KeptProcess;
import io.poolwright.drill.stack.Role;
import io.poolwright.drill.stack.StackFailedException;
import io.poolwright.drill.stack.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** HAProxy as it is installed, steered through its Runtime API. */
public final class HaproxyBalancer implements Balancer {
    /** {@code sun_path} holds 108 bytes with the final zero, and HAProxy binds under a longer name first: unix(7). */
    private static final int LONGEST_SOCKET_PATH = 80;

    private final int port;
    private final Path config;
    private final Path socket;
    private final RuntimeApi api;

    private HaproxyBalancer(int port, Path config, Path socket) {
        this.port = port;
        this.config = config;
        this.socket = socket;
        this.api = new RuntimeApi(socket);
    }

    /** The executable; empty where HAProxy is not installed. */
    public static Optional<Path> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(":", -1)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param folder where its configuration, its log and, when the path is short enough, its socket go
     * @param maxconn requests that one server is sent at once
     */
    public static HaproxyBalancer start(
            Keeper keeper, Path executable, Path folder, int port, int maxconn, List<Server> servers)
            throws IOException {
        Files.createDirectories(folder);
        Path config = folder.resolve("haproxy.cfg").toAbsolutePath();
        Path log = folder.resolve("haproxy.log");
        Path socket = socket(folder.toAbsolutePath(), keeper.temporary());
        Files.writeString(config, HaproxyConfig.text(port, socket, maxconn, servers));
        ProcessBuilder builder = new ProcessBuilder(executable.toString(), "-db", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        KeptProcess process = keeper.start(Role.BALANCER, "haproxy", builder);
        HaproxyBalancer balancer = new HaproxyBalancer(port, config, socket);
        boolean up = Waiting.until(() -> !process.alive() || balancer.answers(), Duration.ofSeconds(5));
        if (!up || !process.alive()) {
            throw new StackFailedException("haproxy did not start: see " + log);
        }
        return balancer;
    }

    static Path socket(Path folder, Path shortFolder) {
        Path socket = folder.resolve("haproxy.sock");
        boolean fits = socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_PATH;
        return fits ? socket : shortFolder.resolve("haproxy.sock");
    }

    @Override
    public String product() {
        return "haproxy";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public StatsSource statsSource() {
        return new StatsSource.UnixSocket(socket);
    }

    @Override
    public Path configFile() {
        return config;
    }

    @Override
    public void limit(String server, int maxconn) {
        api.order("set maxconn server shop/%s %d".formatted(server, maxconn));
    }

    @Override
    public int limit(String server) {
        return Integer.parseInt(field(server, "slim"));
    }

    @Override
    public void ready(String server) {
        api.order("set server shop/%s state ready".formatted(server));
    }

    @Override
    public void drain(String server) {
        api.order("set server shop/%s state drain".formatted(server));
    }

    @Override
    public void maint(String server) {
        api.order("set server shop/%s state maint".formatted(server));
    }

    @Override
    public int inFlight(String server) {
        return Integer.parseInt(field(server, "scur"));
    }

    @Override
    public List<String> statistics() {
        return showStat().lines().toList();
    }

    private String field(String server, String column) {
        return new StatsTable(showStat())
                .server(server, column)
                .orElseThrow(() -> new StackFailedException("haproxy knows no server shop/" + server));
    }

    private String showStat() {
        try {
            return api.ask("show stat");
        } catch (IOException e) {
            throw new StackFailedException("haproxy does not answer on " + socket, e);
        }
    }

    private boolean answers() {
        try {
            return !api.ask("show info").isBlank();
        } catch (IOException e) {
            return false; // not yet, which is an answer
        }
    }
}
