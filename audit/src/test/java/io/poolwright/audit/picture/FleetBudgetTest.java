package io.poolwright.audit.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
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

class FleetBudgetTest {
    private static final Origin SOMEWHERE = new Origin("a.yml", 1);

    private static FleetBudget budget(Setting<Long> replicas, Setting<Long> surge, Setting<Long> accepted) {
        Part service = Part.of(Kind.SERVICE, "kubernetes", "service", "shop", SOMEWHERE)
                .with(Role.REPLICAS, replicas)
                .with(Role.SURGE, surge)
                .build();
        Part pool = Part.of(Kind.POOL, "hikaricp", "pool", "orders", SOMEWHERE)
                .service(Optional.of("service"))
                .with(Role.POOL_MAX, Setting.declared("maximumPoolSize", 20L, "20", SOMEWHERE))
                .build();
        Part database = Part.of(Kind.DATABASE, "postgresql", "database", "db", SOMEWHERE)
                .with(Role.DB_MAX_CONNECTIONS, accepted)
                .with(Role.DB_RESERVED, Setting.defaulted("reserved", 3L, "PostgreSQL"))
                .build();
        Link link = new Link("pool", "database", new Address("db", Optional.of(5432), Optional.empty()));
        List<FleetBudget> budgets =
                FleetBudget.of(new Stack("", List.of(service, pool, database), List.of(link), Settings.NONE));
        assertThat(budgets).hasSize(1);
        return budgets.get(0);
    }

    private static Setting<Long> is(long count) {
        return Setting.declared("count", count, "" + count, SOMEWHERE);
    }

    private static Setting<Long> unknown() {
        return Setting.unknown("count", "a count");
    }

    @Test
    void copiesAndThoseOfAnUpdateTimesSizeAgainstWhatIsUsable() {
        FleetBudget budget = budget(is(4), is(1), is(100));

        assertThat(budget.claimed()).isEqualTo(100);
        assertThat(budget.usable()).hasValue(97L);
        assertThat(budget.left()).hasValue(-3L);
    }

    @Test
    void exactlyAllSlotsAreNotTooMany() {
        assertThat(budget(is(4), is(0), is(83)).left()).hasValue(0L);
    }

    @Test
    void anUnknownFactorIsNeverZero() {
        FleetBudget budget = budget(unknown(), unknown(), unknown());

        assertThat(budget.isComplete()).isFalse();
        assertThat(budget.usable()).isEmpty();
        assertThat(budget.left()).isEmpty();
        assertThat(budget.claims().get(0).most()).isEmpty();
    }
}
