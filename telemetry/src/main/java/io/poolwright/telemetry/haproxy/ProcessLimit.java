package io.poolwright.telemetry.haproxy;

import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.Plain;
import java.util.List;
import java.util.Map;

/** The limit of the whole process, global {@code maxconn}, as {@code show info} tells it. */
final class ProcessLimit {
    /** No proxy can be called so: names of proxies hold no space. */
    static final String NAME = "haproxy process";

    private static final List<String> SETTINGS = List.of("Maxconn", "Hard_maxconn", "Ulimit-n");

    private final Owner owner;
    private double reachedBefore = Double.NaN;

    ProcessLimit(Owner owner) {
        this.owner = owner;
    }

    void read(Map<String, String> info, StatsReadings into, String source) {
        if (!info.containsKey("Maxconn")) {
            return;
        }
        into.add(Reading.of(owner.pool(Tier.FRONTEND, NAME))
                .set(Signal.MAX, number(info, "Maxconn"))
                .set(Signal.USED, number(info, "CurrConns"))
                .set(Signal.BORROWS, number(info, "CumConns"))
                .because(Signal.PENDING, StatsReadings.BACKLOG)
                .build());
        for (String setting : SETTINGS) {
            String value = info.get(setting);
            if (value != null) {
                into.add(owner.inForce(
                        "", setting.equals("Maxconn") ? "maxconn" : setting, value, source + " show info " + setting));
            }
        }
        double reached = number(info, "MaxconnReached");
        if (reached > reachedBefore) {
            into.add(new Notice(
                    Notice.Kind.LIMIT,
                    "HAProxy reached its process limit maxconn %s another %d times since the look before; it accepts nobody while it is there"
                            .formatted(
                                    Plain.text(info.getOrDefault("Maxconn", "")), (long) (reached - reachedBefore))));
        }
        reachedBefore = reached;
    }

    private static double number(Map<String, String> info, String name) {
        String text = info.getOrDefault(name, "");
        boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(text) : Double.NaN;
    }
}
