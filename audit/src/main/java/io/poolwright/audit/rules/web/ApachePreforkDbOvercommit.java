package io.poolwright.audit.rules.web;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Each worker of httpd that runs PHP can hold a database connection.
 *
 * <p>Line: MaxRequestWorkers in force (256; 150 in Debian's httpd, which the images of PHP and WordPress run) × copies ≤
 * max_connections. Source: httpd, {@code mpm_common}; Debian's {@code mpm_prefork.conf}.
 */
public final class ApachePreforkDbOvercommit implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "apache-prefork-db-overcommit",
            "httpd workers with PHP inside exceed the database connections",
            Severity.CRITICAL,
            Scope.CROSS_LAYER,
            List.of(Layer.WEB, Layer.DB),
            "httpd documentation, mpm_common MaxRequestWorkers; Debian mpm_prefork.conf; MySQL max_connections");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.PROXY, "apache")
                .filter(proxy ->
                        proxy.flag("mod_php").isKnown() && proxy.flag("mod_php").get())
                .filter(proxy -> callsDatabase(proxy, stack));
    }

    @Override
    public Verdict judge(Part proxy, Stack stack, Evidence evidence) {
        Optional<Part> database = databases(proxy, stack).findFirst();
        if (database.isEmpty()) {
            return evidence.cannotTell(
                    "max_connections of the database that %s calls; it is not in the files".formatted(proxy));
        }
        Setting<Long> workers = proxy.count("MaxRequestWorkers");
        Setting<Long> accepted = database.get().role(Role.DB_MAX_CONNECTIONS);
        long each = evidence.use(workers, "requests that one httpd works on at once");
        long most = evidence.use(accepted, "connections that the database accepts");
        long copies = WebParts.copies(proxy, stack);
        if (each * copies <= most) {
            return evidence.pass();
        }
        long fitting = Math.max(1, most * 9 / 10 / copies);
        if (workers.isDeclared()) {
            evidence.at(workers).change(workers, Long.toString(fitting));
        }
        return evidence.reachability(
                        "%d requests that are in the database at the same time get there".formatted(most + 1))
                .finding(
                        "httpd can run %d PHP requests at once (%d × %s), each with a database connection, and %s accepts %d"
                                .formatted(
                                        each * copies,
                                        each,
                                        Say.count(copies, "copy").replace("copys", "copies"),
                                        database.get(),
                                        most),
                        "MaxRequestWorkers %d: 0.9 × %d / %d".formatted(fitting, most, copies));
    }

    private static boolean callsDatabase(Part proxy, Stack stack) {
        return callers(proxy, stack).anyMatch(caller -> !caller.calls().isEmpty());
    }

    private static Stream<Part> databases(Part proxy, Stack stack) {
        return callers(proxy, stack)
                .flatMap(caller -> stack.callees(caller).stream())
                .filter(part -> part.kind() == Kind.DATABASE);
    }

    /** The process itself and the WordPress that runs in it. */
    private static Stream<Part> callers(Part proxy, Stack stack) {
        return Stream.concat(
                Stream.of(proxy),
                stack.all(Kind.WORDPRESS)
                        .filter(site -> stack.service(site).isPresent()
                                && stack.service(site).equals(stack.service(proxy))));
    }
}
