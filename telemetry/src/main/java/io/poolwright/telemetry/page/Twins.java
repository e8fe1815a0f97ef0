package io.poolwright.telemetry.page;

import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.dialect.Dialects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the pools that Spring tells a second time: {@code jdbc_connections_*} calls a pool by its bean,
 * {@code hikaricp_*} and OpenTelemetry by its own name. Those of equal limits are the same; where there are more beans
 * than pools of such limits, which is which cannot be told, and those beans are left out with a notice.
 */
final class Twins {
    private List<Notice> notices = List.of();

    /** Decides anew, on pools that are all on the page. */
    void look(List<SeenPool> present) {
        Map<Limits, List<SeenPool>> byBean = new HashMap<>();
        Map<Limits, Set<String>> byPool = new HashMap<>();
        for (SeenPool pool : present) {
            if (pool.key.dialect().equals(Dialects.SPRING_JDBC)) {
                pool.twin = false;
                byBean.computeIfAbsent(Limits.of(pool), it -> new ArrayList<>()).add(pool);
            } else if (pool.key.tier() == Tier.POOL && pool.parts.knows(Signal.MAX)) {
                byPool.computeIfAbsent(Limits.of(pool), it -> new HashSet<>()).add(pool.key.name());
            }
        }
        List<Notice> unclear = new ArrayList<>();
        byBean.forEach((limits, beans) -> {
            int told = byPool.getOrDefault(limits, Set.of()).size();
            if (told == 0) {
                return;
            }
            beans.forEach(bean -> bean.twin = true);
            if (beans.size() > told) {
                unclear.add(new Notice(
                        Notice.Kind.NONSENSE,
                        ("%d of the %d pools of %s connections at most are told a second time under another name,"
                                        + " and the page does not say which: they are left out")
                                .formatted(told, beans.size(), Math.round(limits.max()))));
            }
        });
        notices = List.copyOf(unclear);
    }

    List<Notice> notices() {
        return notices;
    }

    /** What is configured and told by both: equal for one and the same pool. */
    private record Limits(double max, double min) {
        static Limits of(SeenPool pool) {
            return new Limits(pool.parts.get(Signal.MAX), pool.parts.get(Signal.MIN_IDLE));
        }
    }
}
