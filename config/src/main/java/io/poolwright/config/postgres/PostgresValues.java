package io.poolwright.config.postgres;

import io.poolwright.config.database.Written;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Bytes;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Version;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Collects what is assigned to one server, and gives every parameter the value in force. */
final class PostgresValues {
    /** Times that 0 turns off. */
    private static final Set<String> OFF_AT_ZERO = Set.of(
            "statement_timeout",
            "lock_timeout",
            "idle_in_transaction_session_timeout",
            "idle_session_timeout",
            "transaction_timeout",
            "client_connection_check_interval");

    private final Map<String, PostgresAssignment> last = new HashMap<>();
    private Optional<Version> version = Optional.empty();
    private Optional<String> doubt;

    PostgresValues(boolean inDoubt) {
        this.doubt = inDoubt ? Optional.of("no file says which postgresql.conf it runs with") : Optional.empty();
    }

    void version(Optional<Version> known) {
        version = known;
    }

    /** What is not assigned is not known to have its default either. */
    void doubt(String because) {
        doubt = doubt.or(() -> Optional.of(because));
    }

    void read(PostgresConf conf) {
        conf.assignments().forEach(this::assign);
        conf.missing().stream()
                .findFirst()
                .ifPresent(
                        lost -> doubt("the include of '%s' at %s was not read".formatted(lost.path(), lost.origin())));
    }

    void assign(PostgresAssignment said) {
        last.put(said.name(), said);
    }

    /** Puts every typed parameter into a part. */
    void into(Part.Builder part, String name) {
        Setting<Long> most = count("max_connections", name);
        Setting<Long> superuser = count("superuser_reserved_connections", name);
        Setting<Long> others = count("reserved_connections", name);
        part.with(Role.DB_MAX_CONNECTIONS, most)
                .with(superuser)
                .with(others)
                .role(Role.DB_RESERVED, sum(superuser, others))
                .with(count("max_worker_processes", name))
                .with(count("autovacuum_max_workers", name))
                .with(memory("shared_buffers", name))
                .with(memory("work_mem", name))
                .with(memory("maintenance_work_mem", name))
                .with(memory("temp_buffers", name))
                .with(memory("effective_cache_size", name))
                .with(Role.STATEMENT_TIMEOUT, time("statement_timeout", name))
                .with(Role.DB_IDLE_TIMEOUT, time("idle_session_timeout", name))
                .with(time("idle_in_transaction_session_timeout", name))
                .with(time("transaction_timeout", name))
                .with(time("lock_timeout", name))
                .with(time("client_connection_check_interval", name))
                .with(time("tcp_user_timeout", name))
                .with(time("tcp_keepalives_idle", name));
        Setting<Long> port = count("port", name);
        part.with(port)
                .listens(new Address(
                        "*", port.isKnown() ? Optional.of(port.get().intValue()) : Optional.empty(), port.origin()));
    }

    private static Setting<Long> sum(Setting<Long> superuser, Setting<Long> others) {
        if (!superuser.isKnown() || !others.isKnown()) {
            return superuser.isKnown() ? others : superuser;
        }
        return others.isDeclared() && !superuser.isDeclared()
                ? others.map(kept -> kept + superuser.get())
                : superuser.map(kept -> kept + others.get());
    }

    private Setting<Long> count(String parameter, String of) {
        return typed(parameter, of, value -> Optional.of(value).filter(count -> count >= 0));
    }

    private Setting<Bytes> memory(String parameter, String of) {
        long unit = PostgresParameter.named(parameter).orElseThrow().kind() == PostgresKind.BLOCKS ? 8_192 : 1_024;
        return typed(parameter, of, value -> Optional.of(value)
                .filter(size -> size >= 0)
                .map(size -> new Bytes(size * unit)));
    }

    private Setting<Duration> time(String parameter, String of) {
        boolean seconds = PostgresParameter.named(parameter).orElseThrow().kind() == PostgresKind.SECONDS;
        return typed(parameter, of, value -> {
            if (value < 0) {
                return Optional.empty();
            }
            if (value == 0 && OFF_AT_ZERO.contains(parameter)) {
                return Optional.of(Bound.FOREVER);
            }
            return Optional.of(seconds ? Duration.ofSeconds(value) : Duration.ofMillis(value));
        });
    }

    /** A parameter's value in force. */
    private <T> Setting<T> typed(String name, String of, Function<Long, Optional<T>> view) {
        PostgresParameter parameter = PostgresParameter.named(name).orElseThrow();
        PostgresAssignment said = last.get(name);
        if (said != null) {
            return new Written(said.value(), said.origin()).as(name, text -> {
                OptionalLong value = parameter.parse(text);
                return value.isPresent() ? view.apply(value.getAsLong()) : Optional.empty();
            });
        }
        if (doubt.isPresent()) {
            return Setting.unknown(name, "%s of '%s' (%s)".formatted(name, of, doubt.get()));
        }
        T standard = view.apply(parameter.byDefault()).orElseThrow();
        String whose = version.map(one -> "PostgreSQL " + one.major()).orElse("PostgreSQL");
        return Setting.defaulted(name, standard, whose);
    }
}
