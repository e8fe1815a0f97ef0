package io.poolwright.diagnose.hypotheses;

import io.poolwright.detect.Figures;
import io.poolwright.detect.Say;
import io.poolwright.diagnose.Change;
import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Quantity;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Scene;
import io.poolwright.diagnose.Weighing;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.queueing.ErlangC;
import io.poolwright.queueing.LittlesLaw;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The load balancer keeps fewer slots towards the application than the load needs.
 *
 * <p>Requests queue at the edge while everything behind it idles. Every stall further in ends in a queue at the edge too,
 * so the queue alone proves nothing: the application must be as quick as before and its pool must have room. Source:
 * post-mortem of May 2023; measured on HAProxy 2.6.
 */
public final class LbPoolTooSmall implements Hypothesis {
    private static final double FULL = 0.6;
    private static final double FLAT = 1.75;
    private static final double MAY_WAIT = 0.001;
    /** {@code haproxy/<section>/<server>}, or the embedded balancer, whose servers share one limit. */
    private static final Pattern SERVER = Pattern.compile("haproxy/[^/]+/[^/]+|embedded");

    @Override
    public String id() {
        return "lb-pool-too-small";
    }

    @Override
    public String title() {
        return "Load balancer's connection pool too small";
    }

    @Override
    public Weighing weigh(Scene scene) {
        OptionalDouble inside = scene.now().ratio(Figures.SERVICE_SECONDS, Figures.COMPLETIONS);
        OptionalDouble capacity = capacity(scene);
        return new Weighing()
                .needs(
                        scene.now().mean(Figures.WAITING_AT_EDGE),
                        value -> value >= 1,
                        6,
                        value -> "%s requests wait at the balancer for a server slot (line 1)"
                                .formatted(Say.number(value)),
                        value -> "%s requests wait at the balancer (line 1): it holds nobody up"
                                .formatted(Say.number(value)),
                        "requests waiting at the balancer (qcur)")
                .needs(
                        scene.now().ratio(Figures.SLOTS_USED, Figures.SLOTS),
                        value -> value >= FULL,
                        4,
                        value -> "%s of its server slots are in use (%s of %s)"
                                .formatted(
                                        Say.percent(value),
                                        Say.number(scene.now().mean(Figures.SLOTS_USED)),
                                        Say.number(scene.now().latest(Figures.SLOTS))),
                        value -> "%s of its server slots are in use (line %s)"
                                .formatted(Say.percent(value), Say.percent(FULL)),
                        "server slots used and their limit (scur, slim)")
                .needs(
                        scene.growth(Figures.SERVICE_SECONDS, Figures.COMPLETIONS),
                        value -> value < FLAT,
                        6,
                        value -> "once there, a request takes %s inside the application, as before (%s)"
                                .formatted(Say.time(inside.orElse(0)), Say.times(value)),
                        value ->
                                "a request takes %s inside the application, %s as long as before: the stall is further in"
                                        .formatted(Say.time(inside.orElse(0)), Say.times(value)),
                        "time per request inside the application now and before (http_server_requests_seconds)")
                .needs(
                        scene.now().mean(Figures.PENDING),
                        value -> value < 1,
                        4,
                        value -> "nobody waits for a database connection (%s)".formatted(Say.number(value)),
                        value -> "%s callers wait for a database connection: the stall is further in"
                                .formatted(Say.number(value)),
                        "callers waiting for a connection (hikaricp_connections_pending)")
                .needs(
                        everyServerUp(scene),
                        value -> true,
                        0,
                        value -> "every server is up that was up before (%s)".formatted(Say.number(value)),
                        value -> "",
                        "every server up that was up before: the slots of one that is down are missing, and make such a queue"
                                + " by themselves")
                .supports(
                        Scene.quotient(scene.now().mean(Figures.ARRIVALS), capacity),
                        value -> value >= 0.75,
                        6,
                        value -> "the slots can carry %s (slots over time inside, Little's law), %s arrive"
                                .formatted(
                                        Say.rate(capacity.orElse(0)),
                                        Say.rate(scene.now()
                                                .mean(Figures.ARRIVALS)
                                                .orElse(0))))
                .supports(
                        lowered(scene).isPresent() ? OptionalDouble.of(1) : OptionalDouble.empty(),
                        value -> true,
                        6,
                        value -> lowered(scene)
                                .map(change -> "the limit in force of %s went from %s to %s while we watched"
                                        .formatted(change.owner(), change.from(), change.to()))
                                .orElse(""))
                .supports(
                        scene.growth(Figures.TRANSACTIONS),
                        value -> value < 0.8,
                        3,
                        value -> "the database does %s of its usual work: it idles".formatted(Say.percent(value)));
    }

    /** How many servers are up; unknown while fewer are than before. */
    private static OptionalDouble everyServerUp(Scene scene) {
        OptionalDouble before = scene.reference().median(Figures.SERVERS_UP);
        OptionalDouble fewest = scene.now().min(Figures.SERVERS_UP);
        return before.isPresent() && fewest.isPresent() && fewest.getAsDouble() >= before.getAsDouble()
                ? fewest
                : OptionalDouble.empty();
    }

    @Override
    public Optional<Remedy> remedy(Scene scene) {
        OptionalDouble arrivals = scene.fresh();
        OptionalDouble inside = scene.reference().ratio(Figures.SERVICE_SECONDS, Figures.COMPLETIONS);
        OptionalDouble servers = scene.now().latest(Figures.SERVERS_UP);
        OptionalDouble slots = scene.now().latest(Figures.SLOTS);
        if (arrivals.isEmpty()
                || inside.isEmpty()
                || servers.isEmpty()
                || slots.isEmpty()
                || servers.getAsDouble() < 1) {
            return Optional.empty();
        }
        double load = LittlesLaw.population(arrivals.getAsDouble(), inside.getAsDouble()) / servers.getAsDouble();
        int needed = ErlangC.fewestServers(load, MAY_WAIT);
        Optional<DeclaredSetting> declared = declared(scene);
        int inFile = declared.map(
                        setting -> (int) Quantity.number(setting.value()).orElse(0))
                .orElse(0);
        int suggested = Math.max(2 * needed, inFile);
        int current = (int) Math.rint(slots.getAsDouble() / servers.getAsDouble());
        return Optional.of(new Remedy(
                "maxconn",
                declared.map(setting -> inFile == current
                                ? setting.origin().toString()
                                : setting.origin()
                                        + " (declares %d; %d is in force, set at run time)".formatted(inFile, current))
                        .orElse("the balancer's server lines"),
                Integer.toString(current),
                Integer.toString(suggested),
                "%s × %s = %s requests at once, %s on each of %s servers: %d slots keep the chance of a wait under %s (Erlang C)%s"
                        .formatted(
                                Say.rate(arrivals.getAsDouble()),
                                Say.time(inside.getAsDouble()),
                                Say.number(load * servers.getAsDouble()),
                                Say.number(load),
                                Say.number(servers.getAsDouble()),
                                needed,
                                Say.percent(MAY_WAIT),
                                inFile >= 2 * needed
                                        ? "; the declared %d is ample".formatted(inFile)
                                        : ", twice that leaves room")));
    }

    /** The tightest limit that a file gives one of the servers; limits of frontends and of the whole process are others. */
    private static Optional<DeclaredSetting> declared(Scene scene) {
        return scene.declared(SettingNames.MAXCONN).stream()
                .filter(setting -> SERVER.matcher(setting.owner()).matches())
                .filter(setting -> Quantity.number(setting.value()).isPresent())
                .min(Comparator.comparingDouble(
                        setting -> Quantity.number(setting.value()).orElse(0)));
    }

    private static OptionalDouble capacity(Scene scene) {
        OptionalDouble slots = scene.now().latest(Figures.SLOTS);
        OptionalDouble inside = scene.now().ratio(Figures.SERVICE_SECONDS, Figures.COMPLETIONS);
        return slots.isPresent() && inside.isPresent() && inside.getAsDouble() > 0
                ? OptionalDouble.of(LittlesLaw.capacity(slots.getAsDouble(), inside.getAsDouble()))
                : OptionalDouble.empty();
    }

    private static Optional<Change> lowered(Scene scene) {
        return scene.lowered(Change.Kind.IN_FORCE, Change.SERVER_MAXCONN);
    }
}
