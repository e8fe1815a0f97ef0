package io.poolwright.config.spring;

import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The pool of connections to Redis of a Spring Boot application, when somebody configured one.
 *
 * <p>Defaults: Spring Boot metadata ({@code spring.data.redis.*}, before 3.0 {@code spring.redis.*}): 8 connections, a wait
 * without end.
 */
final class RedisPoolPart {
    private static final List<String> PREFIXES = List.of("spring.data.redis", "spring.redis");

    private RedisPoolPart() {}

    static Optional<Part> of(ApplicationFacts facts, SpringSettings settings) {
        for (String prefix : PREFIXES) {
            for (String client : List.of("lettuce", "jedis")) {
                String pool = prefix + "." + client + ".pool";
                List<SpringValue> keys = settings.environment().under(pool);
                boolean off = settings.environment()
                        .get(pool + ".enabled")
                        .flatMap(SpringValue::bool)
                        .filter(on -> !on)
                        .isPresent();
                if (!keys.isEmpty() && !off) {
                    return Optional.of(
                            part(facts, settings, prefix, client, keys.get(0).declared()));
                }
            }
        }
        return Optional.empty();
    }

    private static Part part(
            ApplicationFacts facts, SpringSettings settings, String prefix, String client, Origin origin) {
        String pool = prefix + "." + client + ".pool.";
        String of = "Spring Boot";
        Part.Builder part = Part.of(Kind.CACHE_POOL, client, facts.id() + "/redis", facts.name() + " redis", origin)
                .parent(facts.id())
                .service(facts.service());
        part.with(
                Role.POOL_MAX,
                settings.count(settings.unset(pool + "max-active", 8L, of), pool + "max-active")
                        .map(most -> most < 0 ? Bound.UNLIMITED : most));
        part.with(Role.POOL_MIN_IDLE, settings.count(settings.unset(pool + "min-idle", 0L, of), pool + "min-idle"));
        part.with(settings.count(settings.unset(pool + "max-idle", 8L, of), pool + "max-idle"));
        part.with(
                Role.ACQUIRE_TIMEOUT,
                settings.time(
                                ChronoUnit.MILLIS,
                                settings.unset(pool + "max-wait", Bound.FOREVER, of),
                                pool + "max-wait")
                        .map(wait -> wait.isNegative() ? Bound.FOREVER : wait));
        part.with(settings.time(
                ChronoUnit.MILLIS,
                settings.unset(prefix + ".timeout", Duration.ofSeconds(client.equals("lettuce") ? 60 : 2), client),
                prefix + ".timeout"));
        Setting<String> host = settings.text(settings.unset(prefix + ".host", "localhost", of), prefix + ".host");
        Setting<Long> port = settings.count(settings.unset(prefix + ".port", 6379L, of), prefix + ".port");
        if (host.isKnown() && port.isKnown()) {
            part.calls(new Address(host.get(), Optional.of(port.get().intValue()), host.origin()));
        }
        return part.build();
    }
}
