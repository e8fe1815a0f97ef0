package io.poolwright.audit.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Link;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Settings;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Four copies with a pool of twenty each, and a surge of one: eighty now, a hundred during an update. */
class DemandTest {
    private static final Origin HERE = new Origin("f", 1);
    private static final RuleSpec SPEC = new RuleSpec("a", "A", Severity.LOW, Scope.CROSS_LAYER, List.of(), "");

    @Test
    void copiesMultiplyAndSurgeAdds() {
        Stack stack = stack(
                Setting.declared("replicas", 4L, "4", HERE), Setting.declared("maximumPoolSize", 20L, "20", HERE));
        Part database = stack.part("db").orElseThrow();
        Demand demand = Demand.on(database, stack);

        assertThat(demand.at(Moment.NOW, evidence(database))).isEqualTo(new Sum(80, Optional.empty(), "4 × 20"));
        assertThat(demand.at(Moment.SCALED_OUT, evidence(database)).known()).isEqualTo(120);
        assertThat(demand.at(Moment.UPDATING, evidence(database)).known()).isEqualTo(140);
        assertThat(Slots.of(database).usable(evidence(database), Optional.empty()))
                .isEqualTo(97);
        assertThat(Slots.of(database).usable(evidence(database), Optional.of(true)))
                .isEqualTo(100);
    }

    @Test
    void theCureIsNineTenthsOfTheSlotsInTheWorstCase() {
        Stack stack = stack(
                Setting.declared("replicas", 4L, "4", HERE), Setting.declared("maximumPoolSize", 20L, "20", HERE));
        Part database = stack.part("db").orElseThrow();

        assertThat(Fitting.cure(Demand.on(database, stack), 100, 97, evidence(database)))
                .startsWith("maximumPoolSize of 'pool' 20 → 17");
    }

    @Test
    void anUnknownNumberOfCopiesIsOneAtLeastAndSaid() {
        Stack stack = stack(
                Setting.unknown("replicas", "the copies of 'app'"),
                Setting.declared("maximumPoolSize", 20L, "20", HERE));
        Part database = stack.part("db").orElseThrow();
        Sum sum = Demand.on(database, stack).at(Moment.NOW, evidence(database));

        assertThat(sum.known()).isEqualTo(20);
        assertThat(sum.missing().orElseThrow()).contains("copies of 'app'");
    }

    @Test
    void anUnknownSizeIsNothingAndSaid() {
        Stack stack =
                stack(Setting.declared("replicas", 4L, "4", HERE), Setting.unknown("maximumPoolSize", "the size"));
        Part database = stack.part("db").orElseThrow();
        Sum sum = Demand.on(database, stack).at(Moment.NOW, evidence(database));

        assertThat(sum).isEqualTo(new Sum(0, Optional.of("the size"), "?"));
    }

    @Test
    void aPoolWithoutALimitIsMoreThanAnything() {
        Stack stack = stack(
                Setting.declared("replicas", 4L, "4", HERE), Setting.declared("maxTotal", Bound.UNLIMITED, "-1", HERE));
        Part database = stack.part("db").orElseThrow();

        assertThat(Demand.on(database, stack).at(Moment.NOW, evidence(database)).known())
                .isEqualTo(Bound.UNLIMITED);
    }

    @Test
    void littlesLawSaysTheLoad() {
        Stack stack = stack(Setting.unknown("replicas", "?"), Setting.unknown("maximumPoolSize", "?"));

        assertThat(Load.filling(97, stack))
                .isEqualTo(
                        "97 connections are in use at 9,700 requests/s that hold one for 10 ms each, or at 323 requests/s once"
                                + " they hold it for 300 ms");
    }

    private static Stack stack(Setting<Long> replicas, Setting<Long> size) {
        Part service = Part.of(Kind.SERVICE, "kubernetes", "k/service/app", "app", HERE)
                .with(Role.REPLICAS, replicas)
                .role(Role.MAX_REPLICAS, Setting.declared("maxReplicas", 6L, "6", HERE))
                .role(Role.SURGE, Setting.defaulted("surge", 1L, "Kubernetes"))
                .build();
        Part pool = Part.of(Kind.POOL, "hikaricp", "pool", "pool", HERE)
                .service(Optional.of("k/service/app"))
                .with(Role.POOL_MAX, size)
                .build();
        Part database = Part.of(Kind.DATABASE, "postgresql", "db", "db", HERE)
                .with(Role.DB_MAX_CONNECTIONS, Setting.declared("max_connections", 100L, "100", HERE))
                .role(Role.DB_RESERVED, Setting.defaulted("superuser_reserved_connections", 3L, "PostgreSQL"))
                .build();
        Link link = new Link("pool", "db", Address.of("db", 5432, HERE));
        return new Stack("", List.of(service, pool, database), List.of(link), Settings.NONE);
    }

    private static Evidence evidence(Part database) {
        return Evidence.of(SPEC, database);
    }
}
