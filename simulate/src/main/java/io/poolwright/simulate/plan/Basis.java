package io.poolwright.simulate.plan;

import io.poolwright.simulate.StackModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a plan is made from.
 *
 * @param nominal the stack as it most likely is, under the load that it must hold (its peak)
 * @param cloud the stack as it may as well be; empty when nothing says how sure the nominal one is
 * @param unknown what nothing told
 */
public record Basis(StackModel nominal, List<StackModel> cloud, List<Unknown> unknown) {
    /** Stacks of the cloud that are run; more would tell the same. */
    private static final int MEMBERS = 9;
    /** Runs of the nominal stack when there is no cloud. */
    private static final int SEEDS = 6;

    public Basis {
        Objects.requireNonNull(nominal, "nominal");
        cloud = List.copyOf(cloud);
        unknown = List.copyOf(unknown);
    }

    /** The stacks to run, each with its own random numbers; the nominal one first. */
    List<Member> members(long seed) {
        List<Member> members = new ArrayList<>();
        members.add(new Member(nominal.withoutSteps(), seed));
        int count = cloud.isEmpty() ? SEEDS : Math.min(MEMBERS, cloud.size());
        for (int i = 0; i < count; i++) {
            StackModel model = cloud.isEmpty() ? nominal : cloud.get((int) ((long) i * cloud.size() / count));
            members.add(new Member(model.withoutSteps(), seed + 1 + i));
        }
        return List.copyOf(members);
    }

    /**
     * One stack as it may be.
     *
     * @param model of it
     * @param seed of its runs, the same for every setting that is tried
     */
    record Member(StackModel model, long seed) {}
}
