package io.poolwright.audit.rules.web;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Finding;
import io.poolwright.audit.Once;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * More request workers than the processes can hold are silently cut.
 *
 * <p>Line: MaxRequestWorkers ≤ ServerLimit (16) × ThreadsPerChild (25); with prefork ≤ ServerLimit (256). Source: httpd,
 * {@code mpm_common}.
 */
public final class ApacheServerlimit implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "apache-serverlimit",
            "MaxRequestWorkers is cut by ServerLimit",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.WEB),
            "httpd documentation, mpm_common MaxRequestWorkers, ServerLimit");

    private static final String MOST = "MaxRequestWorkers";
    private static final List<String> MODULES = List.of("event ", "worker ", "prefork ", "any ");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(
                stack.all(Kind.PROXY, "apache")
                        .filter(proxy -> MODULES.stream().anyMatch(module -> proxy.isDeclared(module + MOST))),
                proxy -> MODULES.stream()
                        .map(module -> proxy.count(module + MOST).origin())
                        .toList());
    }

    @Override
    public Verdict judge(Part proxy, Stack stack, Evidence evidence) {
        Optional<Verdict> open = Optional.empty();
        for (String module : MODULES) {
            if (proxy.isDeclared(module + MOST)) {
                Verdict verdict = judge(proxy, module, Evidence.of(SPEC, proxy));
                if (verdict instanceof Finding) {
                    return verdict;
                }
                open = verdict instanceof Verdict.CannotTell ? Optional.of(verdict) : open;
            }
        }
        return open.orElseGet(evidence::pass);
    }

    private static Verdict judge(Part proxy, String module, Evidence evidence) {
        Setting<Long> most = proxy.count(module + MOST);
        Setting<Long> servers = proxy.count(module + "ServerLimit");
        Setting<Long> threads = proxy.count(module + "ThreadsPerChild");
        Setting<String> mpm = proxy.text("mpm");
        if (!most.isKnown() || isUnreadable(servers) || isUnreadable(threads)) {
            return evidence.cannotTell("MaxRequestWorkers, ServerLimit or ThreadsPerChild of " + proxy);
        }
        boolean prefork = module.startsWith("prefork")
                || (module.startsWith("any") && mpm.isKnown() && mpm.get().equals("prefork"));
        boolean threaded = !prefork && (!module.startsWith("any") || mpm.isKnown() || threads.isDeclared());
        long workers = evidence.use(most, "requests that httpd shall work on at once");
        long limit = evidence.useIfKnown(servers, "the most processes").orElse(prefork ? 256L : 16L);
        long each = prefork
                ? 1
                : evidence.useIfKnown(threads, "threads of one process").orElse(25L);
        long cap = limit * each;
        if (workers <= (prefork || threaded ? cap : Math.min(cap, servers.isDeclared() ? limit : 256))) {
            return evidence.pass();
        }
        if (!prefork && !threaded && workers <= Math.max(cap, 256)) {
            return evidence.cannotTell("which processing module (prefork, worker, event) httpd runs with");
        }
        long enough = (workers + each - 1) / each;
        String product = prefork
                ? "ServerLimit %d".formatted(limit)
                : "ServerLimit %d × ThreadsPerChild %d".formatted(limit, each);
        return evidence.at(most)
                .finding(
                        "MaxRequestWorkers %d is cut to %d (%s)".formatted(workers, cap, product),
                        "ServerLimit %d: %d / %d".formatted(enough, workers, each));
    }

    private static boolean isUnreadable(Setting<?> setting) {
        return setting.isDeclared() && !setting.isKnown();
    }
}
