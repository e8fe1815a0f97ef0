package io.poolwright.model.live;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.InstanceSample;
import java.util.List;
import java.util.Objects;

/**
 * Everything that one look at one target gave.
 *
 * @param readings one for each pool that the target told of
 * @param balancer the target as the balancer of its service, for the diagnosis of the whole stack
 * @param instance the target as an application instance, likewise
 * @param database the target as the database, likewise
 * @param inForce settings that the running product told
 * @param notices what should be known about the target itself
 */
public record Seen(
        List<Reading> readings,
        Answer<BalancerSample> balancer,
        Answer<InstanceSample> instance,
        Answer<DatabaseSample> database,
        List<InForce> inForce,
        List<Notice> notices) {
    private static final String NOT_ONE = "this target is none";

    public Seen {
        readings = List.copyOf(readings);
        Objects.requireNonNull(balancer, "balancer");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(database, "database");
        inForce = List.copyOf(inForce);
        notices = List.copyOf(notices);
    }

    /** A look that gave readings of pools and nothing else. */
    public static Seen of(List<Reading> readings) {
        return new Seen(
                readings, Answer.silent(NOT_ONE), Answer.silent(NOT_ONE), Answer.silent(NOT_ONE), List.of(), List.of());
    }

    public Seen withBalancer(Answer<BalancerSample> it) {
        return new Seen(readings, it, instance, database, inForce, notices);
    }

    public Seen withInstance(Answer<InstanceSample> it) {
        return new Seen(readings, balancer, it, database, inForce, notices);
    }

    public Seen withDatabase(Answer<DatabaseSample> it) {
        return new Seen(readings, balancer, instance, it, inForce, notices);
    }

    public Seen withInForce(List<InForce> settings) {
        return new Seen(readings, balancer, instance, database, settings, notices);
    }

    public Seen withNotices(List<Notice> told) {
        return new Seen(readings, balancer, instance, database, inForce, told);
    }
}
