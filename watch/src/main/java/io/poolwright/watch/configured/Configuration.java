package io.poolwright.watch.configured;

import io.poolwright.audit.Finding;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.live.InForce;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the files said when they were read last.
 *
 * @param stack all parts and who calls whom
 * @param declared settings by service, as the diagnosis knows them
 * @param parts the part that describes a pool, by the pool's service, tier, instance and name
 * @param unread files that could not be read, one sentence each
 */
public record Configuration(
        Stack stack, Map<String, List<DeclaredSetting>> declared, Parts parts, List<String> unread) {
    public Configuration {
        Objects.requireNonNull(stack, "stack");
        declared = Map.copyOf(declared);
        Objects.requireNonNull(parts, "parts");
        unread = List.copyOf(unread);
    }

    /** No files at all. */
    public static Configuration none() {
        Stack empty = new Stack("", List.of(), List.of(), io.poolwright.model.stack.Settings.NONE);
        return new Configuration(empty, Map.of(), Parts.none(), List.of());
    }

    /** The settings that files declare for a service. */
    public List<DeclaredSetting> of(String service) {
        return declared.getOrDefault(service, List.of());
    }

    /** The part that describes a pool. */
    public Optional<Part> of(PoolId pool) {
        return parts.of(pool);
    }

    /** Where what runs is not what is written. */
    public List<Mismatch> mismatches(List<InForce> told) {
        return Mismatches.of(parts, told);
    }

    /** What the rules say of the stack as it runs. */
    public List<Finding> audit(List<InForce> told) {
        return LiveAudit.findings(stack, mismatches(told));
    }
}
