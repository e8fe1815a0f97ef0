package io.poolwright.drill;

import io.poolwright.drill.balancer.Balancer;
import io.poolwright.drill.balancer.EmbeddedBalancer;
import io.poolwright.drill.balancer.HaproxyBalancer;
import io.poolwright.drill.balancer.Server;
import io.poolwright.drill.stack.Database;
import io.poolwright.drill.stack.FreePorts;
import io.poolwright.drill.stack.Keeper;
import io.poolwright.drill.stack.Machine;
import io.poolwright.drill.stack.Postgres;
import io.poolwright.drill.stack.PropertiesFile;
import io.poolwright.drill.stack.ShopDatabase;
import io.poolwright.drill.stack.StackFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Brings a stack up, part by part; takes down what it has when a part fails. */
final class StackStart {
    private static final int INSTANCES = 3; // the last one is declared, and started only to scale out
    private static final int MAXCONN = 50;

    private final StackOptions options;
    private final SecureRandom random = new SecureRandom();
    private final FreePorts ports = new FreePorts(random);
    private final String runId = word();
    private final String shopPassword = word();
    private final long started = System.nanoTime();

    StackStart(StackOptions options) {
        this.options = options;
    }

    RunningStack run() throws IOException {
        Machine.java();
        Machine.checkMemory();
        int port = options.port().isPresent() ? ports.claim(options.port().getAsInt()) : ports.next();
        Path folder = Files.createDirectories(options.runFolder().toAbsolutePath());
        Keeper keeper = Keeper.open(runId, options.progress());
        try {
            return run(keeper, folder, port);
        } catch (SQLException e) {
            keeper.close();
            throw new StackFailedException("the database refused: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            keeper.close();
            throw e;
        }
    }

    private RunningStack run(Keeper keeper, Path folder, int port) throws IOException, SQLException {
        Database database = database(keeper, folder);
        SystemSettings.refuseLeftovers(database);
        ShopDatabase.create(database, shopPassword);
        List<Instance> instances = new ArrayList<>();
        List<ShopInstance> running = new ArrayList<>();
        for (int i = 1; i <= INSTANCES; i++) {
            instances.add(instance(folder, "shop-" + i));
        }
        for (Instance instance : instances.subList(0, INSTANCES - 1)) {
            // Their code loads while the database fills; they wait for its rows before they warm up.
            running.add(ShopInstance.start(keeper, instance, configuration(instance, database), runId));
        }
        ShopDatabase.seed(database, shopPassword);
        say("400 000 orders are in the database");
        for (ShopInstance instance : running) {
            instance.awaitReady();
        }
        Balancer balancer = balancer(keeper, folder, port, instances);
        say("%d instances are ready behind %s".formatted(running.size(), balancer.product()));
        Connection superuser = reserved(database);
        return new RunningStack(
                runId,
                keeper,
                database,
                options.database().isPresent(),
                superuser,
                balancer,
                running,
                instances.get(INSTANCES - 1),
                options.progress());
    }

    private Database database(Keeper keeper, Path folder) throws IOException {
        Optional<ExternalDatabase> given = options.database();
        if (given.isPresent()) {
            ExternalDatabase server = given.get();
            return new Database(server.host(), server.port(), server.superuser(), server.password());
        }
        Database database = new Postgres(keeper, folder.resolve("database"), ports.next(), word()).start();
        say("PostgreSQL is up");
        return database;
    }

    /** A fault may set an idle limit for the whole server; this session must survive it. */
    private static Connection reserved(Database database) throws SQLException {
        Connection session = database.connect(ShopDatabase.SHOP, "poolwright-drill");
        try (Statement statement = session.createStatement()) {
            statement.execute("SET idle_session_timeout = 0");
        }
        return session;
    }

    private Balancer balancer(Keeper keeper, Path folder, int port, List<Instance> instances) throws IOException {
        List<Server> servers = new ArrayList<>();
        for (Instance instance : instances) {
            servers.add(new Server(instance.name(), instance.address().getPort(), servers.size() < INSTANCES - 1));
        }
        Path own = folder.resolve("balancer");
        Optional<Path> haproxy =
                options.balancer() == BalancerKind.EMBEDDED ? Optional.empty() : HaproxyBalancer.installed();
        if (haproxy.isPresent()) {
            return HaproxyBalancer.start(keeper, haproxy.get(), own, port, MAXCONN, servers);
        }
        if (options.balancer() == BalancerKind.HAPROXY) {
            throw new StackFailedException("haproxy is not installed; install it, or choose the embedded balancer");
        }
        return EmbeddedBalancer.start(keeper, own, port, ports.next(), MAXCONN, servers);
    }

    private Instance instance(Path folder, String name) {
        return new Instance(
                name,
                URI.create("http://127.0.0.1:" + ports.next()),
                URI.create("http://127.0.0.1:" + ports.next()),
                folder.resolve("instances").resolve(name).resolve("application.properties"));
    }

    private PropertiesFile configuration(Instance instance, Database database) {
        return ShopConfig.of(
                instance.name(),
                instance.address().getPort(),
                instance.management().getPort(),
                database.jdbcUrl(ShopDatabase.SHOP),
                ShopDatabase.SHOP,
                shopPassword);
    }

    private String word() {
        byte[] bytes = new byte[5];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void say(String what) {
        options.progress().accept("%4.1f s  %s".formatted((System.nanoTime() - started) / 1e9, what));
    }
}
