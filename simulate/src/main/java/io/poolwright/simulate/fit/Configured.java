package io.poolwright.simulate.fit;

import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import io.poolwright.simulate.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the files of a stack say about one program: its copies, workers and pool. */
final class Configured {
    private final Stack stack;
    private final Program program;
    private final Facts facts;

    private Configured(Stack stack, Program program, Facts facts) {
        this.stack = stack;
        this.program = program;
        this.facts = facts;
    }

    static Facts facts(Stack stack, Program program) {
        Facts facts = new Facts();
        Configured configured = new Configured(stack, program, facts);
        ConfiguredBalancer.into(stack, program, facts);
        configured.instances();
        configured.workers();
        configured.pool();
        ConfiguredDatabase.into(stack, program, facts);
        DeclaredLoad.into(stack, program, facts);
        return facts;
    }

    private void instances() {
        double sum = 0;
        Known how = new Known.Assumed("each program is taken to run once");
        for (Part holder : program.holders()) {
            Setting<Long> copies = replicas(holder);
            sum += copies.isKnown() ? Math.max(1, copies.get()) : 1;
            if (copies.isKnown() && (program.holders().size() == 1 || copies.isDeclared())) {
                how = Known.of(copies);
            } else if (!copies.isKnown()) {
                facts.open(Parameter.APP_INSTANCES.id(), "no file says how many run", missing(copies), false);
            }
        }
        if (program.holders().size() > 1) {
            how = new Known.Declared("%d units, the first at %s"
                    .formatted(
                            program.holders().size(),
                            stack.service(program.first())
                                    .orElse(program.first())
                                    .origin()));
        }
        double instances = sum;
        Known known = how;
        if (known.isAssumed()) {
            facts.assume(Parameter.APP_INSTANCES, instances, "no file says how many run");
        } else {
            facts.set(Parameter.APP_INSTANCES, instances, known);
        }
    }

    private Setting<Long> replicas(Part holder) {
        String name = stack.service(holder).map(Part::name).orElse(holder.name());
        Setting<Long> written = stack.declared().count("stack." + name + ".replicas");
        if (written.isKnown()) {
            return written;
        }
        Optional<Setting<Long>> deployed = stack.service(holder)
                .map(service -> service.role(Role.REPLICAS))
                .filter(Setting::isKnown);
        return deployed.orElseGet(
                () -> Setting.unknown("replicas", "write stack.%s.replicas in poolwright.yaml".formatted(name)));
    }

    private void workers() {
        Optional<Part> server = program.isPhp() ? Optional.of(program.first()) : program.beside(Kind.APP_SERVER, stack);
        if (server.isEmpty() || !server.get().has(Role.WORKERS)) {
            facts.assume(
                    Parameter.APP_WORKERS, Parameter.APP_WORKERS.usual(), "no file says how many requests it works on");
            facts.open(
                    Parameter.APP_WORKERS.id(),
                    "no server of the application is in the files",
                    "its settings, or a recording",
                    false);
            return;
        }
        facts.count(Parameter.APP_WORKERS, server.get().role(Role.WORKERS));
        Setting<Long> most = server.get().role(Role.MAX_CONNECTIONS);
        Setting<Long> backlog = server.get().role(Role.ACCEPT_COUNT);
        Optional<Double> workers = facts.value(Parameter.APP_WORKERS);
        if (most.isKnown() && backlog.isKnown() && workers.isPresent()) {
            double room = Facts.amount(most.get()) - workers.get() + Facts.amount(backlog.get());
            facts.set(Parameter.APP_ACCEPT, Math.max(0, room), Known.of(most));
        }
        stack.service(program.first())
                .map(service -> service.role(Role.CPU_LIMIT))
                .filter(Setting::isKnown)
                .ifPresent(cpu -> facts.set(Parameter.APP_CORES, cpu.get(), Known.of(cpu)));
    }

    private void pool() {
        if (program.isPhp()) {
            php();
            return;
        }
        Part pool = program.first();
        size(pool);
        facts.time(Parameter.POOL_ACQUIRE_TIMEOUT, pool.role(Role.ACQUIRE_TIMEOUT));
        facts.time(Parameter.POOL_MAX_LIFETIME, pool.role(Role.MAX_LIFETIME));
        driver(pool)
                .filter(driver -> driver.has(Role.SOCKET_TIMEOUT))
                .ifPresent(driver -> facts.time(Parameter.POOL_SOCKET_TIMEOUT, driver.role(Role.SOCKET_TIMEOUT)));
        program.beside(Kind.APPLICATION, stack)
                .map(application -> application.settings())
                .filter(settings -> settings.find("spring.jpa.open-in-view").isPresent())
                .map(settings -> settings.flag("spring.jpa.open-in-view"))
                .filter(Setting::isKnown)
                .ifPresent(open -> facts.set(Parameter.APP_HOLD, open.get() ? 1 : 0, Known.of(open)));
        queryTimeout(pool);
    }

    private void size(Part pool) {
        Setting<Long> written = stack.declared()
                .count("stack." + stack.service(pool).map(Part::name).orElse(pool.name()) + ".pool");
        Setting<Long> size = pool.role(Role.POOL_MAX);
        facts.count(Parameter.POOL_MAX, size.isKnown() || !written.isKnown() ? size : written);
        if (facts.value(Parameter.POOL_MAX).isEmpty()) {
            facts.open(Parameter.POOL_MAX.id(), "no file says it", missing(size), true);
        }
        List<Long> sizes = program.holders().stream()
                .map(holder -> holder.role(Role.POOL_MAX))
                .filter(Setting::isKnown)
                .map(Setting::get)
                .distinct()
                .sorted()
                .toList();
        if (sizes.size() > 1) {
            facts.open(
                    "pools of different sizes",
                    "copies have %s connections and the model takes all alike, as the first".formatted(sizes),
                    "make them alike, or ask for one unit",
                    false);
        }
    }

    private Optional<Part> driver(Part pool) {
        return stack.children(pool, Kind.DRIVER).stream().findFirst();
    }

    /** Of several that cut a statement in the database, the shortest. */
    private void queryTimeout(Part pool) {
        Optional<Setting<Duration>> shortest = Optional.empty();
        for (Optional<Part> part : List.of(driver(pool), program.database(stack))) {
            Optional<Setting<Duration>> limit = part.filter(one -> one.has(Role.STATEMENT_TIMEOUT))
                    .map(one -> one.role(Role.STATEMENT_TIMEOUT))
                    .filter(Setting::isKnown);
            if (limit.isPresent()
                    && (shortest.isEmpty()
                            || limit.get().get().compareTo(shortest.get().get()) < 0)) {
                shortest = limit;
            }
        }
        shortest.ifPresent(limit -> facts.time(Parameter.POOL_QUERY_TIMEOUT, limit));
    }

    /** PHP opens a connection in a worker when it needs one: a pool as large as the workers, which nobody waits for. */
    private void php() {
        Part pool = program.first();
        facts.count(Parameter.POOL_MAX, pool.role(Role.WORKERS));
        facts.assume(Parameter.POOL_ACQUIRE_TIMEOUT, Double.POSITIVE_INFINITY, "each worker of PHP-FPM has its own");
        if (pool.has(Role.REQUEST_TIMEOUT)) {
            // The child is killed and its statement works on, which is what a socket timeout does.
            facts.time(Parameter.POOL_SOCKET_TIMEOUT, pool.role(Role.REQUEST_TIMEOUT));
        }
        queryTimeout(pool);
        facts.open(
                "connections that PHP opens and closes",
                "each request of PHP opens its own connection; the model keeps them in a pool",
                "compare Connections of the database with requests of PHP-FPM",
                false);
    }

    static String missing(Setting<?> setting) {
        return setting.source().replaceFirst("^unknown: ", "");
    }
}
