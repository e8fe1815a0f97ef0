package io.poolwright.simulate.fit;

import io.poolwright.model.BalancerSample;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.HttpSample;
import io.poolwright.model.InstanceReading;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ProcessSample;
import io.poolwright.model.ServerSample;
import io.poolwright.model.Tick;
import io.poolwright.simulate.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The settings that were in force while a stack was recorded; they beat what files say. */
final class InForce {
    private static final String DRIVER = "data-source-properties.";

    private static final Pattern OWN_MACHINE = Pattern.compile(".*//(localhost|127\\.0\\.0\\.1|\\[::1])[:/].*");

    private final Facts facts;
    private boolean onOwnMachine;

    private InForce(Facts facts) {
        this.facts = facts;
    }

    /** Reads the last look at each source. */
    static void into(Facts facts, List<Tick> ticks) {
        InForce inForce = new InForce(facts);
        for (DeclaredSetting setting : last(ticks, Tick::settings)) {
            inForce.written(setting);
        }
        inForce.instances(last(ticks, Tick::instances));
        for (int i = ticks.size() - 1; i >= 0; i--) {
            Optional<BalancerSample> balancer = ticks.get(i).balancer().value();
            if (balancer.isPresent()) {
                inForce.balancer(balancer.get());
                break;
            }
        }
        for (int i = ticks.size() - 1; i >= 0; i--) {
            Optional<DatabaseSample> database = ticks.get(i).database().value();
            if (database.isPresent()) {
                inForce.database(database.get());
                break;
            }
        }
    }

    private interface Part<T> {
        List<T> of(Tick tick);
    }

    private static <T> List<T> last(List<Tick> ticks, Part<T> part) {
        for (int i = ticks.size() - 1; i >= 0; i--) {
            List<T> found = part.of(ticks.get(i));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private void seen(Parameter parameter, double value, String where) {
        facts.set(parameter, value, new Known.Measured("in force, as %s says".formatted(where), value, value));
    }

    private void instances(List<InstanceReading> readings) {
        List<InstanceSample> samples = new ArrayList<>();
        for (InstanceReading reading : readings) {
            reading.sample().value().ifPresent(samples::add);
        }
        if (readings.isEmpty()) {
            return;
        }
        seen(Parameter.APP_INSTANCES, readings.size(), "the recording");
        TreeSet<Integer> sizes = new TreeSet<>();
        for (InstanceSample sample : samples) {
            sample.process().value().ifPresent(this::processors);
            Optional<PoolSample> pool = sample.pool().value();
            pool.ifPresent(one -> sizes.add(one.max()));
            sample.http().value().map(HttpSample::workers).ifPresent(workers -> {
                if (workers.isPresent() && workers.getAsInt() > 0) {
                    seen(Parameter.APP_WORKERS, workers.getAsInt(), "the metrics page");
                }
            });
        }
        if (!sizes.isEmpty() && sizes.last() > 0) {
            seen(Parameter.POOL_MAX, sizes.last(), "the metrics page");
        }
        if (sizes.size() > 1) {
            facts.open(
                    "pools of different sizes",
                    "instances have %s connections and the model takes the largest for all".formatted(sizes),
                    "make them alike",
                    false);
        }
    }

    /** Of the database, when it runs where the application does and nobody has said how many it has. */
    private void processors(ProcessSample process) {
        boolean told =
                facts.how(Parameter.DB_CORES).filter(how -> !how.isAssumed()).isPresent();
        if (onOwnMachine && !told && process.cores() > 0) {
            facts.set(
                    Parameter.DB_CORES,
                    process.cores(),
                    new Known.Measured(
                            "the database is on the application's own machine", process.cores(), process.cores()));
        }
    }

    private void balancer(BalancerSample balancer) {
        List<ServerSample> up =
                balancer.servers().stream().filter(ServerSample::up).toList();
        if (!up.isEmpty()) {
            int slots = up.get(0).max().orElse(0);
            seen(Parameter.LB_MAXCONN, slots > 0 ? slots : Double.POSITIVE_INFINITY, "the balancer");
        }
    }

    private void database(DatabaseSample database) {
        if (database.usable() > 0) {
            seen(Parameter.DB_CONNECTIONS, database.usable(), "the database");
        }
        limit(database, "statement_timeout", Parameter.POOL_QUERY_TIMEOUT);
        limit(database, "client_connection_check_interval", Parameter.DB_NOTICE);
    }

    /** PostgreSQL's 0 is no limit. One of a role or session is not seen here, so a shorter one from a file stays. */
    private void limit(DatabaseSample database, String name, Parameter parameter) {
        OptionalDouble seconds = Times.seconds(database.settings().getOrDefault(name, ""), 1e-3);
        if (seconds.isEmpty()) {
            return;
        }
        double value = seconds.getAsDouble() == 0 ? Double.POSITIVE_INFINITY : seconds.getAsDouble();
        if (facts.value(parameter).filter(known -> known <= value).isEmpty()) {
            seen(parameter, value, "the database");
        }
    }

    private void written(DeclaredSetting setting) {
        String name = setting.name();
        String value = setting.value();
        String own = name.replaceFirst("^.*\\bhikari\\.", "");
        if (name.endsWith("url") && OWN_MACHINE.matcher(value).matches()) {
            onOwnMachine = true;
        } else if (own.equals("connection-timeout") || own.equals("connectionTimeout")) {
            hikari(setting, Parameter.POOL_ACQUIRE_TIMEOUT, value, 0);
        } else if (own.equals("max-lifetime") || own.equals("maxLifetime")) {
            hikari(setting, Parameter.POOL_MAX_LIFETIME, value, 30);
        } else if (name.endsWith(DRIVER + "socketTimeout")) {
            time(setting, Parameter.POOL_SOCKET_TIMEOUT, value, 1);
        } else if (name.endsWith(".attempts") || name.endsWith("max-attempts") || name.endsWith("maxAttempts")) {
            attempts(setting);
        } else if (name.equals("timeout queue") || name.equals("queue.timeout")) {
            time(setting, Parameter.LB_QUEUE_TIMEOUT, value, 1e-3);
        } else if (name.equals("timeout server")) {
            time(setting, Parameter.LB_SERVER_TIMEOUT, value, 1e-3);
        } else if (name.equals("balance")) {
            String policy = value.toLowerCase(Locale.ROOT);
            set(setting, Parameter.LB_POLICY, policy.startsWith("leastconn") ? 1 : policy.startsWith("random") ? 2 : 0);
        }
    }

    /** HikariCP's times are in ms; 0 waits for ever, and a life shorter than its floor becomes 30 min. */
    private void hikari(DeclaredSetting setting, Parameter parameter, String value, double floor) {
        OptionalDouble seconds = Times.seconds(value, 1e-3);
        if (seconds.isEmpty()) {
            return;
        }
        double written = seconds.getAsDouble();
        set(setting, parameter, written == 0 ? Double.POSITIVE_INFINITY : written < floor ? 1800 : written);
    }

    private void time(DeclaredSetting setting, Parameter parameter, String value, double unit) {
        OptionalDouble seconds = Times.seconds(value, unit);
        if (seconds.isPresent()) {
            set(setting, parameter, seconds.getAsDouble() == 0 ? Double.POSITIVE_INFINITY : seconds.getAsDouble());
        }
    }

    /** How often a transaction is tried in all, as retry libraries and applications call it. */
    private void attempts(DeclaredSetting setting) {
        if (setting.value().matches("[0-9]{1,3}")) {
            set(setting, Parameter.APP_RETRIES, Math.max(0, Integer.parseInt(setting.value()) - 1));
        }
    }

    private void set(DeclaredSetting setting, Parameter parameter, double value) {
        facts.set(parameter, value, new Known.Declared(setting.origin().toString()));
    }
}
