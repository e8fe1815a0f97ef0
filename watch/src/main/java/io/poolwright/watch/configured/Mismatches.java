package io.poolwright.watch.configured;

import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Tier;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what running products tell against what files say. */
final class Mismatches {
    /** Times below this are no time at all: products write "never" as 0. */
    private static final Duration NEVER = Duration.ZERO;

    private Mismatches() {}

    static List<Mismatch> of(Parts parts, List<InForce> told) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (InForce one : told) {
            part(parts, one).ifPresent(part -> part.settings()
                    .find(one.setting())
                    .filter(Setting::isKnown)
                    .ifPresent(setting -> Value.like(setting.get(), one.value())
                            .filter(running -> !same(setting.get(), running))
                            .ifPresent(running -> mismatches.add(new Mismatch(part, setting, running, one)))));
        }
        return mismatches;
    }

    private static Optional<Part> part(Parts parts, InForce one) {
        for (Tier tier : Tier.values()) {
            Optional<Part> part = parts.of(one.service(), tier, one.instance(), one.part());
            if (part.filter(it -> it.settings().find(one.setting()).isPresent()).isPresent()) {
                return part;
            }
        }
        return Optional.empty();
    }

    private static boolean same(Object configured, Object running) {
        if (configured instanceof Duration written && running instanceof Duration time) {
            boolean never = isNever(written);
            return never == isNever(time) && (never || written.equals(time));
        }
        return configured.equals(running);
    }

    private static boolean isNever(Duration time) {
        return time.compareTo(NEVER) <= 0 || time.toDays() > 3650;
    }
}
