package io.poolwright.drill;

import io.poolwright.drill.balancer.Balancer;
import io.poolwright.drill.shop.Behaviour;
import io.poolwright.drill.stack.Database;
import io.poolwright.drill.stack.Keeper;
import io.poolwright.drill.stack.PropertiesFile;
import io.poolwright.drill.stack.ShopDatabase;
import io.poolwright.drill.stack.StackFailedException;
import io.poolwright.drill.stack.Waiting;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A real shop that serves: a load balancer, two instances, a database, each in processes of its own, and what an
 * operator or a fault can do to them. Operations run one at a time; what only looks never waits for them.
 */
public final class RunningStack implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final String runId;
    private final Keeper keeper;
    private final Database database;
    private final boolean external;
    private final Connection superuser;
    private final Balancer balancer;
    private final List<ShopInstance> running;
    private final Instance spare;
    private final Consumer<String> progress;
    private volatile Behaviour behaviour = Behaviour.NORMAL;
    private Optional<PoolSize> poolSize = Optional.empty();

    RunningStack(
            String runId,
            Keeper keeper,
            Database database,
            boolean external,
            Connection superuser,
            Balancer balancer,
            List<ShopInstance> running,
            Instance spare,
            Consumer<String> progress) {
        this.runId = runId;
        this.keeper = keeper;
        this.database = database;
        this.external = external;
        this.superuser = superuser;
        this.balancer = balancer;
        this.running = new CopyOnWriteArrayList<>(running);
        this.spare = spare;
        this.progress = progress;
    }

    /** Starts one: about 5 s. */
    public static RunningStack start(StackOptions options) throws IOException {
        return new StackStart(options).run();
    }

    /** Word that every answer of this stack carries in {@code x-run-id}. */
    public String runId() {
        return runId;
    }

    /** Where customers post their checkouts. */
    public URI entry() {
        return URI.create("http://127.0.0.1:%d/checkout".formatted(balancer.port()));
    }

    /** The instances that run now. */
    public List<Instance> instances() {
        return running.stream().map(ShopInstance::instance).toList();
    }

    public Balancer balancer() {
        return balancer;
    }

    /** The server, with a superuser's credentials for whoever watches. */
    public Database database() {
        return database;
    }

    /** JDBC address of the shop's database. */
    public String jdbcUrl() {
        return database.jdbcUrl(ShopDatabase.SHOP);
    }

    /** A session that was opened before anything went wrong, and that no fault may end. */
    public Connection superuser() {
        return superuser;
    }

    /** A new superuser session on the shop's database. */
    public Connection freshSession() throws SQLException {
        return database.connect(ShopDatabase.SHOP, "poolwright-drill");
    }

    /** The behaviour that all instances have now. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** Changes how the code of all instances behaves, those that start later included. */
    public synchronized void behaviour(UnaryOperator<Behaviour> change) {
        behaviour = change.apply(behaviour);
        running.forEach(instance -> instance.behave(behaviour));
    }

    /**
     * Changes the size of every pool while it runs, until the next redeploy.
     *
     * @param max open connections at most, per instance
     * @param min connections kept open, per instance
     */
    public synchronized void pool(int max, int min) {
        PoolSize size = new PoolSize(max, min);
        poolSize = Optional.of(size);
        running.forEach(instance -> instance.resize(size));
    }

    /**
     * Closes every instance's pool and opens another, configured as its file says but for these keys, until the next
     * redeploy. Not while customers are served; the files stay as they are.
     *
     * @param changed keys of {@code application.properties} that pools read, with their new values
     */
    public synchronized void replacePools(Map<String, String> changed) {
        running.forEach(instance -> instance.replacePool(changed));
    }

    /** Gives back every connection that the shop's code forgot. */
    public synchronized void releaseLeaked() {
        running.forEach(ShopInstance::releaseLeaked);
    }

    /** A value of the configuration that is deployed now. */
    public String property(String key) {
        try {
            return running.get(0)
                    .configuration()
                    .value(key)
                    .orElseThrow(() -> new IllegalArgumentException("no line sets " + key));
        } catch (IOException e) {
            throw new StackFailedException("cannot read the deployed configuration", e);
        }
    }

    /** The version after the deployed one: its last number plus one. */
    public String nextVersion() {
        String version = property(ShopConfig.VERSION);
        int dot = version.lastIndexOf('.');
        return version.substring(0, dot + 1) + (Integer.parseInt(version.substring(dot + 1)) + 1);
    }

    public void redeploy(Map<String, String> changed, String version) {
        redeploy(changed, version, () -> {});
    }

    /**
     * Replaces every instance by one with those properties, one after the other: drained, stopped, its configuration
     * changed, started, given traffic again. A third instance is only lent and keeps what it has.
     *
     * @param changed keys of {@code application.properties} with their new values
     * @param firstServes told when the first new instance takes traffic
     */
    public synchronized void redeploy(Map<String, String> changed, String version, Runnable firstServes) {
        Map<String, String> changes = new HashMap<>(changed);
        changes.put(ShopConfig.VERSION, version);
        poolSize = Optional.empty();
        for (int i = 0; i < running.size(); i++) {
            if (running.get(i).instance().equals(spare)) {
                continue;
            }
            replace(i, changes);
            if (i == 0) {
                firstServes.run();
            }
        }
    }

    /** Replaces one instance alone by the same configuration under a new version. */
    public synchronized void canary(String name, String version) {
        for (int i = 0; i < running.size(); i++) {
            if (running.get(i).instance().name().equals(name)) {
                replace(i, Map.of(ShopConfig.VERSION, version));
                return;
            }
        }
        throw new IllegalArgumentException("no instance '%s' runs".formatted(name));
    }

    private void replace(int i, Map<String, String> changes) {
        ShopInstance old = running.get(i);
        try {
            PropertiesFile configuration = old.configuration().with(changes);
            retire(old);
            running.set(i, serve(old.instance(), configuration));
        } catch (IOException e) {
            throw new StackFailedException("cannot redeploy " + old.instance().name(), e);
        }
    }

    /** Adds a third instance, configured and limited as the first one is now; does nothing when it runs. */
    public synchronized void scaleOut() {
        if (instances().contains(spare)) {
            return;
        }
        try {
            PropertiesFile configuration = running.get(0)
                    .configuration()
                    .with(Map.of(
                            "server.port", "" + spare.address().getPort(),
                            "management.server.port", "" + spare.management().getPort(),
                            "spring.datasource.hikari.data-source-properties.ApplicationName", spare.name()));
            balancer.limit(
                    spare.name(), balancer.limit(running.get(0).instance().name()));
            running.add(serve(spare, configuration));
        } catch (IOException e) {
            throw new StackFailedException("cannot start " + spare.name(), e);
        }
    }

    /** Takes the third instance away; does nothing when it does not run. */
    public synchronized void scaleIn() {
        running.stream()
                .filter(instance -> instance.instance().equals(spare))
                .findFirst()
                .ifPresent(instance -> {
                    running.remove(instance);
                    retire(instance);
                });
    }

    private void retire(ShopInstance instance) {
        String name = instance.instance().name();
        balancer.drain(name);
        if (!Waiting.until(() -> balancer.inFlight(name) == 0, DRAIN)) {
            progress.accept("%s still handles requests after %d s; it is stopped all the same"
                    .formatted(name, DRAIN.toSeconds()));
        }
        balancer.maint(name);
        instance.stop();
    }

    private ShopInstance serve(Instance place, PropertiesFile configuration) throws IOException {
        ShopInstance instance = ShopInstance.start(keeper, place, configuration, runId);
        instance.awaitReady();
        instance.behave(behaviour);
        poolSize.ifPresent(instance::resize);
        balancer.ready(place.name());
        return instance;
    }

    /** Stops everything; what it wrote into the run folder stays. */
    @Override
    public synchronized void close() {
        try {
            superuser.close();
            if (external) {
                SystemSettings.reset(database);
            }
        } catch (SQLException e) {
            throw new StackFailedException("cannot put the database's settings back", e);
        } finally {
            keeper.close();
            dropFromExternal();
        }
    }

    private void dropFromExternal() {
        if (external) {
            try {
                ShopDatabase.drop(database);
            } catch (SQLException e) {
                throw new StackFailedException("cannot drop role and database 'shop'", e);
            }
        }
    }
}
