package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Change;
import io.poolwright.audit.Evidence;
import io.poolwright.audit.Rule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A proxy must have a limit for silent clients and silent servers.
 *
 * <p>Line: a frontend has {@code timeout client}; a backend with servers has {@code timeout connect} and {@code timeout
 * server}, or in TCP mode {@code timeout tunnel}. 0 is none. Source: HAProxy, {@code check_config_validity}.
 */
public final class HaproxyMissingTimeouts implements Rule {
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-missing-timeouts",
            "Client, connect or server timeout missing",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.LB),
            "HAProxy configuration manual 4.2, timeout client, timeout connect, timeout server");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Verdict> check(Stack stack) {
        Map<Origin, List<Part>> sections = new LinkedHashMap<>();
        Stream.concat(stack.all(Kind.FRONTEND, Haproxies.HAPROXY), stack.all(Kind.BACKEND, Haproxies.HAPROXY))
                .filter(part -> !Haproxies.isMode(part, "log") && !Haproxies.isMode(part, "health"))
                .forEach(part -> sections.computeIfAbsent(part.origin(), at -> new ArrayList<>())
                        .add(part));
        List<Verdict> verdicts = new ArrayList<>();
        sections.values().forEach(parts -> verdicts.add(judge(parts, stack)));
        return OncePerPlace.told(verdicts, stack, finding -> {
            Part part = stack.part(finding.subject()).orElseThrow();
            return List.of(
                    part.kind(), part.text("defaults").get(), part.origin().file(), missing(part, stack));
        });
    }

    private static Verdict judge(List<Part> section, Stack stack) {
        Part part = section.get(0);
        Evidence evidence = Evidence.of(SPEC, part);
        List<Setting<Duration>> missing = section.stream()
                .flatMap(one -> needed(one, stack))
                .filter(HaproxyMissingTimeouts::isNone)
                .toList();
        if (missing.isEmpty()) {
            return section.stream()
                    .flatMap(one -> needed(one, stack))
                    .filter(setting -> !setting.isKnown())
                    .findFirst()
                    .map(open -> evidence.cannotTell(((Setting.Unknown<Duration>) open).missing() + " of " + part))
                    .orElseGet(evidence::pass);
        }
        Optional<Origin> defaults = part.text("defaults").origin();
        evidence.at(missing.stream()
                .flatMap(setting -> setting.origin().stream())
                .findFirst()
                .orElse(part.origin()));
        defaults.ifPresent(at -> evidence.related(at, "the defaults section that it inherits from"));
        for (Setting<Duration> setting : missing) {
            String time = setting.name().equals("timeout connect") ? "5s" : "30s";
            if (setting.isDeclared()) {
                evidence.change(setting, time);
            } else {
                evidence.change(new Change(
                        Change.Kind.ADD_AFTER,
                        defaults.orElse(part.origin()),
                        setting.name(),
                        "",
                        setting.name() + " " + time));
            }
        }
        String names = String.join(", ", missing.stream().map(Setting::name).toList());
        return evidence.finding(
                "%s has no %s: a silent peer holds its slot for ever".formatted(part, names),
                "write %s in the section or its defaults; without other figures: client and server 30s, connect 5s"
                        .formatted(names));
    }

    private static List<String> missing(Part part, Stack stack) {
        return needed(part, stack)
                .filter(HaproxyMissingTimeouts::isNone)
                .map(Setting::name)
                .toList();
    }

    private static Stream<Setting<Duration>> needed(Part part, Stack stack) {
        if (part.kind() == Kind.FRONTEND) {
            return Stream.of(part.duration("timeout client"));
        }
        if (Haproxies.servers(part, stack).isEmpty()) {
            return Stream.empty();
        }
        Setting<Duration> tunnel = part.duration("timeout tunnel");
        boolean tunnelled = Haproxies.isMode(part, "tcp") && !isNone(tunnel);
        return tunnelled
                ? Stream.of(part.duration("timeout connect"))
                : Stream.of(part.duration("timeout connect"), part.duration("timeout server"));
    }

    private static boolean isNone(Setting<Duration> setting) {
        return setting.isKnown() && Bound.isForever(setting.get());
    }
}
