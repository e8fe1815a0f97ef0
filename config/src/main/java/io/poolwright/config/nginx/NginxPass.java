package io.poolwright.config.nginx;

import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a {@code proxy_pass} or one of its kin sends requests.
 *
 * @param prefix {@code proxy}, {@code fastcgi}, {@code uwsgi}, {@code scgi} or {@code grpc}: how its settings begin
 * @param host a host, the name of an upstream, or the path of a socket; empty when it hangs on a variable
 */
record NginxPass(String prefix, Optional<String> host, Optional<Integer> port, NginxDirective directive) {
    static final List<String> PREFIXES = List.of("proxy", "fastcgi", "uwsgi", "scgi", "grpc");

    private static final Pattern TARGET =
            Pattern.compile("(?:(\\w+)://)?(unix:[^:;\\s]+|\\[[^\\]]+\\]|[^/:\\s]+)(?::(\\d{1,5}))?(?:[/:?].*)?");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)\\}?");

    /** The pass directive of a block, if it has one. */
    static Optional<NginxPass> of(NginxScope scope) {
        for (String prefix : PREFIXES) {
            Optional<NginxDirective> pass = scope.block()
                    .named(prefix + "_pass")
                    .filter(directive -> !directive.arguments().isEmpty())
                    .findFirst();
            if (pass.isPresent()) {
                return Optional.of(of(prefix, resolved(pass.get().arguments().get(0), scope), pass.get()));
            }
        }
        return Optional.empty();
    }

    private static NginxPass of(String prefix, String target, NginxDirective directive) {
        Matcher parts = TARGET.matcher(target);
        if (target.contains("$") || target.contains("{{") || target.contains("<%") || !parts.matches()) {
            return new NginxPass(prefix, Optional.empty(), Optional.empty(), directive);
        }
        String host = parts.group(2).startsWith("unix:") ? parts.group(2).substring(5) : parts.group(2);
        Optional<Integer> port = Optional.ofNullable(parts.group(3)).map(Integer::valueOf);
        if (port.isEmpty() && !host.startsWith("/") && parts.group(1) != null) {
            port = Optional.of(parts.group(1).endsWith("s") ? 443 : 80);
        }
        return new NginxPass(prefix, Optional.of(host), port, directive);
    }

    /** The target with each variable replaced that a {@code set} of a plain text gives in the same place. */
    private static String resolved(String target, NginxScope scope) {
        return VARIABLE.matcher(target).replaceAll(variable -> {
            List<String> texts = scope.effectiveAll("set").stream()
                    .filter(set -> set.arguments().size() == 2)
                    .filter(set -> set.arguments().get(0).equals("$" + variable.group(1)))
                    .map(set -> set.arguments().get(1))
                    .filter(text -> !text.contains("$"))
                    .distinct()
                    .toList();
            return Matcher.quoteReplacement(texts.size() == 1 ? texts.get(0) : variable.group());
        });
    }

    /** The address that it calls, when that is no upstream of the same file. */
    Optional<Address> address() {
        Origin at = directive.origin();
        return host.map(name -> new Address(name, port, Optional.of(at)));
    }
}
