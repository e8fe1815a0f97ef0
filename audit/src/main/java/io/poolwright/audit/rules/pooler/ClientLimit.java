package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Say;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.Claims;
import io.poolwright.audit.capacity.Copies;
import io.poolwright.audit.capacity.Demand;
import io.poolwright.audit.capacity.Load;
import io.poolwright.audit.capacity.Moment;
import io.poolwright.audit.capacity.PoolerEntry;
import io.poolwright.audit.capacity.Sum;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;

/** Holds what one instance of a pooler takes in against what its clients' pools may open. */
final class ClientLimit {
    private ClientLimit() {}

    static Verdict judge(Part pooler, Stack stack, Evidence evidence) {
        Setting<Long> setting = pooler.role(Role.CLIENT_LIMIT);
        long limit = evidence.use(setting, setting.name());
        Demand demand = Claims.of(PoolerEntry.clients(pooler, stack), stack);
        Sum sum = demand.at(Moment.SCALED_OUT, evidence);
        Setting<Long> copies = Copies.of(pooler, stack).now();
        long sharing = copies.isKnown() && copies.get() > 1
                ? evidence.use(copies, "the copies of the pooler that share the clients")
                : 1;
        long reach = sharing == 1 ? sum.known() : (sum.known() + sharing - 1) / sharing;
        if (reach <= limit) {
            return sum.missing().map(evidence::cannotTell).orElseGet(evidence::pass);
        }
        long fresh = (long) Math.ceil(1.2 * reach);
        String share = sharing == 1
                ? ""
                : ", of which %s can reach one of %s copies".formatted(Say.count(reach), Say.count(sharing));
        if (!setting.isDeclared()) {
            if (!demand.isWritten()) {
                return evidence.pass();
            }
            evidence.at(pooler.origin());
        }
        return evidence.change(setting, String.valueOf(fresh))
                .reachability(Load.filling(limit, stack))
                .finding(
                        "the pools of the clients can open %s connections (%s)%s, and %s of '%s' is %s"
                                .formatted(
                                        Say.count(sum.known()),
                                        sum.terms(),
                                        share,
                                        setting.name(),
                                        pooler.name(),
                                        Say.count(limit)),
                        "%s = %d: 1.2 × %s".formatted(setting.name(), fresh, Say.count(reach)));
    }
}
