package io.poolwright.simulate;

import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Law;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A web stack as numbers: clients, balancer, application with its pools, database; and what changes while it runs. Immutable.
 *
 * <p>Every instance of the application is alike. What one request needs of the database is drawn when it is born, so that two
 * models see the same requests from the same seed.
 */
public final class StackModel {
    /** Parameters that shape the machine before it starts, and so cannot change while it runs. */
    private static final Set<Parameter> FIXED = Set.of(
            Parameter.CLIENT_USERS,
            Parameter.CLIENT_EVEN,
            Parameter.APP_CALLS,
            Parameter.APP_NESTED,
            Parameter.APP_ORDER);

    private static final StackModel USUAL = usual();

    private final EnumMap<Parameter, Double> values;
    private final Law databaseCpu;
    private final Law databaseWait;
    private final List<Step> steps;

    private StackModel(EnumMap<Parameter, Double> values, Law databaseCpu, Law databaseWait, List<Step> steps) {
        this.values = values;
        this.databaseCpu = databaseCpu;
        this.databaseWait = databaseWait;
        this.steps = steps;
    }

    /** Every parameter as usual; a request needs nothing of the database yet. */
    public static StackModel empty() {
        return USUAL;
    }

    private static StackModel usual() {
        EnumMap<Parameter, Double> values = new EnumMap<>(Parameter.class);
        Parameter.all().forEach(parameter -> values.put(parameter, parameter.usual()));
        return new StackModel(values, Constant.ZERO, Constant.ZERO, List.of());
    }

    /** A parameter's value when a run begins. */
    public double get(Parameter parameter) {
        return Objects.requireNonNull(values.get(parameter));
    }

    /** The same stack with another value. */
    public StackModel with(Parameter parameter, double value) {
        EnumMap<Parameter, Double> other = values.clone();
        other.put(parameter, parameter.checked(value));
        return new StackModel(other, databaseCpu, databaseWait, steps);
    }

    /** Processor time of the database that one request needs in all, in core-seconds. */
    public Law databaseCpu() {
        return databaseCpu;
    }

    /** Time that one request waits in the database without a processor (disk, sleep, remote), in all, in seconds. */
    public Law databaseWait() {
        return databaseWait;
    }

    /** The same stack with requests that need this. */
    public StackModel withDatabase(Law cpu, Law wait) {
        return new StackModel(values, Objects.requireNonNull(cpu, "cpu"), Objects.requireNonNull(wait, "wait"), steps);
    }

    /** What changes while it runs, in order of time. */
    public List<Step> steps() {
        return steps;
    }

    /**
     * The same stack with one more change.
     *
     * @param at seconds since the run began, warm-up included
     */
    public StackModel step(Parameter parameter, double at, double value) {
        if (FIXED.contains(parameter)) {
            throw new ImpossibleParameterException(
                    "%s cannot change while a run goes on; set it from the start".formatted(parameter.id()));
        }
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(parameter, at, value));
        more.sort(Comparator.comparingDouble(Step::at));
        return new StackModel(values, databaseCpu, databaseWait, List.copyOf(more));
    }

    /** The same stack with a value that holds for a while, and then what held at the start. */
    public StackModel during(Parameter parameter, double value, double from, double seconds) {
        return step(parameter, from, value).step(parameter, from + seconds, get(parameter));
    }

    /** The same stack, with nothing that changes. */
    public StackModel withoutSteps() {
        return new StackModel(values, databaseCpu, databaseWait, List.of());
    }

    /**
     * Itself, when its values go together.
     *
     * @throws ImpossibleParameterException otherwise, with what contradicts what
     */
    public StackModel checked() {
        if (get(Parameter.APP_NESTED) > get(Parameter.POOL_MAX)) {
            throw new ImpossibleParameterException(
                    "app.nested %.0f with pool.max %.0f: a request would wait for ever for its own connection; accepted: app.nested up to pool.max"
                            .formatted(get(Parameter.APP_NESTED), get(Parameter.POOL_MAX)));
        }
        if (Double.isInfinite(get(Parameter.POOL_MAX))
                && Double.isInfinite(get(Parameter.POOL_MIN_IDLE))
                && Double.isInfinite(get(Parameter.DB_CONNECTIONS))) {
            throw new ImpossibleParameterException(
                    "pool.max, pool.min.idle and db.connections without a limit: the pool would open connections for ever; accepted: a limit on one of them");
        }
        if (get(Parameter.APP_DOWN) > get(Parameter.APP_INSTANCES)) {
            throw new ImpossibleParameterException(
                    "app.down %.0f with app.instances %.0f; accepted: up to app.instances"
                            .formatted(get(Parameter.APP_DOWN), get(Parameter.APP_INSTANCES)));
        }
        if (get(Parameter.CLIENT_USERS) == 0 && get(Parameter.CLIENT_RATE) == 0 && steps.isEmpty()) {
            throw new ImpossibleParameterException(
                    "client.rate 0 and client.users 0: nobody asks for anything; accepted: a rate such as 200/s, or users");
        }
        return this;
    }

    /** Whether both hold the same values, laws and steps. */
    @Override
    public boolean equals(Object other) {
        return other instanceof StackModel that
                && values.equals(that.values)
                && databaseCpu.equals(that.databaseCpu)
                && databaseWait.equals(that.databaseWait)
                && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values, databaseCpu, databaseWait, steps);
    }
}
