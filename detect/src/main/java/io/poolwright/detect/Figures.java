package io.poolwright.detect;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.ClientBackends;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ServerSample;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * The numbers that detectors and hypotheses reason with. A sum over instances is the sum over those that answered, and
 * unknown when none did.
 */
public final class Figures {
    /** Requests received by the balancer, repeated attempts included (1/s). */
    public static final Figure ARRIVALS = edge(Frame.Edge::arrivals);
    /** Responses of 5xx that clients got (1/s). */
    public static final Figure ERRORS = edge(Frame.Edge::errors);
    /** Requests that the balancer failed without reaching a server (1/s). */
    public static final Figure QUEUE_ERRORS = edge(Frame.Edge::queueErrors);
    /** Requests waiting for a server slot at the balancer (requests). */
    public static final Figure QUEUE = balancer(BalancerSample::queue);
    /**
     * Requests waiting for a server slot at the balancer, by count or by Little's law (arrivals × mean time in the queue),
     * whichever is more (requests). A short queue comes and goes between two looks; the time that was spent in it stays.
     */
    public static final Figure WAITING_AT_EDGE = edge(
            edge -> Math.max(edge.now().queue(), edge.arrivals() * edge.now().queueTime()));
    /** Server slots in use, over the servers in service (slots). */
    public static final Figure SLOTS_USED = balancer(
            balancer -> serving(balancer).stream().mapToInt(ServerSample::used).sum());
    /** Server slots there are, over the servers in service (slots); unknown when one has no limit. */
    public static final Figure SLOTS = Figures::slots;
    /** Servers that the balancer sends requests to. */
    public static final Figure SERVERS_UP =
            balancer(balancer -> serving(balancer).size());

    /** Requests answered by the instances (1/s). */
    public static final Figure COMPLETIONS = http(Frame.HttpFlow::requests);
    /** Time that the instances spent on the requests they answered (s/s). */
    public static final Figure SERVICE_SECONDS = http(Frame.HttpFlow::seconds);
    /** Requests that reached an instance as a repeated attempt (1/s). */
    public static final Figure RESENT = Figures::resent;

    /** Connections lent out (connections). */
    public static final Figure USED = pools(PoolSample::used);
    /** Connections that the pools believe they have (connections). */
    public static final Figure TOTAL = pools(PoolSample::total);
    /** Limits of the pools together (connections). */
    public static final Figure MAX = pools(PoolSample::max);
    /** The same, unknown while any instance does not tell: a part of the limits is no limit. */
    public static final Figure MAX_OF_ALL = frame -> everyPoolTells(frame) ? MAX.of(frame) : OptionalDouble.empty();
    /** Callers waiting for a connection (requests). */
    public static final Figure PENDING = pools(PoolSample::pending);
    /** Attempts to get a connection that ended, timed-out ones included (1/s). */
    public static final Figure WAITS = poolFlows(Frame.PoolFlow::waits);
    /** Time spent waiting for connections (s/s). */
    public static final Figure WAIT_SECONDS = poolFlows(Frame.PoolFlow::waitSeconds);
    /** Connections given back (1/s). */
    public static final Figure RETURNS = poolFlows(Frame.PoolFlow::returns);
    /** Time that the connections given back had been in use (s/s). */
    public static final Figure USE_SECONDS = poolFlows(Frame.PoolFlow::useSeconds);
    /** Attempts to get a connection at the instances that tell of their requests as well (1/s). */
    public static final Figure PAIRED_WAITS = paired((http, pool) -> pool.waits());
    /** Requests answered by the instances that tell of their pools as well (1/s). */
    public static final Figure PAIRED_COMPLETIONS = paired((http, pool) -> http.requests());
    /** Connections opened (1/s). */
    public static final Figure CREATED = poolFlows(Frame.PoolFlow::created);
    /** Callers that gave up waiting for a connection (1/s). */
    public static final Figure TIMEOUTS = poolFlows(Frame.PoolFlow::timeouts);
    /** Largest share of a pool in use, over the pools (0 to 1). */
    public static final Figure FULLEST = Figures::fullest;

    /** Client backends of all applications (connections). */
    public static final Figure BACKENDS = database(DatabaseSample::backends);
    /** Backends that ordinary roles can have (connections). */
    public static final Figure USABLE = database(DatabaseSample::usable);
    /** Backends running a statement (connections). */
    public static final Figure ACTIVE = clients(ClientBackends::active);
    /** Backends running a statement or holding a transaction open (connections). */
    public static final Figure BUSY = clients(client -> client.active() + client.idleInTransaction());
    /** Backends that wait for a lock (connections). */
    public static final Figure ON_LOCK = clients(ClientBackends::onLock);
    /** Backends on a processor or in line for one (connections). */
    public static final Figure ON_CPU = clients(ClientBackends::onCpu);
    /** Transactions ended (1/s). */
    public static final Figure TRANSACTIONS = store(Frame.Store::transactions);
    /** Rows that scans read (1/s). */
    public static final Figure TUPLES = store(Frame.Store::tuples);
    /** Sessions ended because the client's connection was lost (1/s). */
    public static final Figure ABANDONED = store(Frame.Store::abandoned);
    /** Sessions ended by a fatal error, the server's own idle limit among them (1/s). */
    public static final Figure FATAL = store(Frame.Store::fatal);

    /**
     * Client backends less what their pools believe they have, over the instances that answered (connections). Above
     * zero the database works for clients that have gone (zombies); below zero the pools hold connections that the
     * database has ended (ghosts). Instances that are just opening their pools are left out.
     */
    public static final Figure RESIDUAL = joined(Age::counted, (pool, client) -> client.total() - pool.total());
    /**
     * Connections that the pools count as used and for which the database does nothing (connections). Instances in their
     * first seconds are left out: they compile while they hold connections.
     */
    public static final Figure UNACCOUNTED =
            joined(Age::grown, (pool, client) -> pool.used() - client.active() - client.idleInTransaction());

    private Figures() {}

    /** Processors that one instance uses (cores). */
    public static Figure cpuOf(String instance) {
        return frame -> services(frame, instance)
                .flatMap(service -> service.flow().value())
                .flatMap(flow -> flow.cpu().value())
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    /** Processors that all instances use (cores). */
    public static final Figure CPU =
            sum(service -> service.flow().value().flatMap(flow -> flow.cpu().value()));

    /** Statements that have run for longer than a time, over all applications (connections). */
    public static Figure olderThan(double seconds) {
        return clients(client ->
                client.statementAges().stream().filter(age -> age > seconds).count());
    }

    private static List<ServerSample> serving(BalancerSample balancer) {
        return balancer.servers().stream().filter(ServerSample::up).toList();
    }

    private static Optional<Frame.Service> services(Frame frame, String instance) {
        return frame.services().stream()
                .filter(service -> service.name().equals(instance))
                .findFirst();
    }

    private static OptionalDouble slots(Frame frame) {
        return frame.edge()
                .value()
                .map(edge -> serving(edge.now()))
                .filter(servers -> !servers.isEmpty()
                        && servers.stream().allMatch(server -> server.max().isPresent()))
                .map(servers -> OptionalDouble.of(servers.stream()
                        .mapToInt(server -> server.max().getAsInt())
                        .sum()))
                .orElseGet(OptionalDouble::empty);
    }

    private static OptionalDouble fullest(Frame frame) {
        return frame.services().stream()
                .flatMap(service -> service.now().value().stream())
                .flatMap(sample -> sample.pool().value().stream())
                .filter(pool -> pool.max() > 0)
                .mapToDouble(pool -> (double) pool.used() / pool.max())
                .max();
    }

    private static OptionalDouble resent(Frame frame) {
        return sum(Figures::resent).of(frame);
    }

    private static Optional<Double> resent(Frame.Service service) {
        return service.flow().value().flatMap(flow -> flow.http().value()).flatMap(http -> http.resent()
                .value());
    }

    private static Figure edge(ToDoubleFunction<Frame.Edge> question) {
        return frame -> number(frame.edge().value(), question);
    }

    private static Figure balancer(ToDoubleFunction<BalancerSample> question) {
        return edge(edge -> question.applyAsDouble(edge.now()));
    }

    private static Figure http(ToDoubleFunction<Frame.HttpFlow> question) {
        return sum(service ->
                service.flow().value().flatMap(flow -> flow.http().value()).map(question::applyAsDouble));
    }

    private static Figure pools(ToDoubleFunction<PoolSample> question) {
        return instances(InstanceSample::pool, question);
    }

    private static <T> Figure instances(Function<InstanceSample, Answer<T>> group, ToDoubleFunction<T> question) {
        return sum(service -> service.now()
                .value()
                .flatMap(sample -> group.apply(sample).value())
                .map(question::applyAsDouble));
    }

    private static Figure poolFlows(ToDoubleFunction<Frame.PoolFlow> question) {
        return sum(service ->
                service.flow().value().flatMap(flow -> flow.pool().value()).map(question::applyAsDouble));
    }

    private static Figure paired(ToDoubleBiFunction<Frame.HttpFlow, Frame.PoolFlow> question) {
        return sum(service -> service.flow().value().flatMap(flow -> flow.http()
                .value()
                .flatMap(http -> flow.pool().value().map(pool -> question.applyAsDouble(http, pool)))));
    }

    private static boolean everyPoolTells(Frame frame) {
        return frame.services().stream().allMatch(service -> service.now()
                .value()
                .flatMap(sample -> sample.pool().value())
                .isPresent());
    }

    private static Figure store(ToDoubleFunction<Frame.Store> question) {
        return frame -> number(frame.store().value(), question);
    }

    private static Figure database(ToDoubleFunction<DatabaseSample> question) {
        return store(store -> question.applyAsDouble(store.now()));
    }

    private static Figure clients(ToDoubleFunction<ClientBackends> question) {
        return database(
                sample -> sample.clients().stream().mapToDouble(question).sum());
    }

    /** Only where the database knows the application by name: a name that matches nothing proves nothing. */
    private static Figure joined(
            BiPredicate<Frame, Frame.Service> who, ToDoubleBiFunction<PoolSample, ClientBackends> question) {
        return frame -> frame.store()
                .value()
                .map(store -> sum(service -> service.now()
                                .value()
                                .filter(instance -> who.test(frame, service))
                                .flatMap(instance -> instance.pool().value())
                                .flatMap(pool -> client(store.now(), service.name())
                                        .map(client -> question.applyAsDouble(pool, client))))
                        .of(frame))
                .orElseGet(OptionalDouble::empty);
    }

    private static Optional<ClientBackends> client(DatabaseSample sample, String application) {
        return sample.clients().stream()
                .filter(client -> client.application().equals(application))
                .findFirst();
    }

    private static Figure sum(Function<Frame.Service, Optional<Double>> question) {
        return frame -> {
            List<Double> known = frame.services().stream()
                    .map(question)
                    .flatMap(Optional::stream)
                    .toList();
            return known.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            known.stream().mapToDouble(Double::doubleValue).sum());
        };
    }

    private static <T> OptionalDouble number(Optional<T> value, ToDoubleFunction<T> question) {
        return value.map(it -> OptionalDouble.of(question.applyAsDouble(it))).orElseGet(OptionalDouble::empty);
    }
}
