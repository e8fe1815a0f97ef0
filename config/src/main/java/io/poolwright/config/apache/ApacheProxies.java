package io.poolwright.config.apache;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What mod_proxy is told: each {@code ProxyPass} as a route, each balancer as a backend with its members. */
final class ApacheProxies {
    private static final Pattern URL =
            Pattern.compile("(?:unix:(/[^|]+)\\|)?(\\w+)://([^/:\\s$]+|\\[[^\\]]+\\])(?::(\\d{1,5}))?(?:[/$].*)?");
    private static final String HTTPD = "httpd";

    private final String proxy;
    private final String start;
    private final Setting<Duration> timeout;
    private final Setting<Long> threads;
    private final Assembly into;
    private int routes;

    ApacheProxies(String proxy, Setting<Duration> timeout, Setting<Long> threads, Assembly into) {
        this.proxy = proxy;
        this.start = proxy.replaceFirst("/proxy/apache$", "");
        this.timeout = timeout;
        this.threads = threads;
        this.into = into;
    }

    void add(List<ApacheDirective> directives) {
        for (ApacheDirective directive : directives) {
            if (directive.section() && directive.is("Proxy") && url(directive).startsWith("balancer://")) {
                balancer(directive);
            } else if (directive.section()) {
                add(directive.children());
            } else if (directive.is("ProxyPass") || directive.is("ProxyPassMatch")) {
                pass(directive);
            } else if (directive.is("SetHandler") && url(directive).startsWith("proxy:")) {
                route(directive, url(directive).substring("proxy:".length()));
            }
        }
    }

    private void pass(ApacheDirective directive) {
        String target = url(directive);
        if (!target.equals("!") && !target.startsWith("balancer://")) {
            route(directive, target);
        }
    }

    /** The first argument that is a URL, or an exception. */
    private static String url(ApacheDirective directive) {
        return directive.arguments().stream()
                .filter(word -> word.contains("://") || word.equals("!"))
                .findFirst()
                .orElse("");
    }

    private void route(ApacheDirective directive, String target) {
        Matcher url = URL.matcher(target);
        if (!url.matches() || target.contains("{{") || target.contains("<%")) {
            return;
        }
        String name = directive.argument(0).orElse(target);
        Part.Builder part = Part.of(Kind.ROUTE, "apache", start + "/route/" + ++routes, name, directive.origin())
                .parent(proxy);
        worker(part, directive, url);
        into.add(part.build());
    }

    private void balancer(ApacheDirective section) {
        String name = url(section).replaceFirst("balancer://([^/]*).*", "$1");
        String id = start + "/backend/" + name;
        if (into.contains(id)) {
            return;
        }
        into.add(Part.of(Kind.BACKEND, "apache", id, name, section.origin())
                .parent(proxy)
                .role(Role.RESPONSE_TIMEOUT, timeout)
                .role(Role.MODE, Setting.defaulted("mode", "http", HTTPD))
                .build());
        List<ApacheDirective> members = new ArrayList<>(section.children());
        members.removeIf(child -> !child.is("BalancerMember"));
        for (int i = 0; i < members.size(); i++) {
            Matcher url = URL.matcher(url(members.get(i)));
            if (url.matches()) {
                Part.Builder part = Part.of(
                                Kind.SERVER,
                                "apache",
                                id + "/server/" + (i + 1),
                                url.group(),
                                members.get(i).origin())
                        .parent(id);
                worker(part, members.get(i), url);
                into.add(part.build());
            }
        }
    }

    private void worker(Part.Builder part, ApacheDirective directive, Matcher url) {
        String scheme = url.group(2).toLowerCase(Locale.ROOT);
        Optional<Integer> port =
                Optional.ofNullable(url.group(4)).map(Integer::valueOf).or(() -> usual(scheme));
        Optional<String> socket = Optional.ofNullable(url.group(1));
        part.calls(new Address(
                socket.orElse(url.group(3)),
                socket.isPresent() ? Optional.empty() : port,
                Optional.of(directive.origin())));
        Setting<Duration> ttl = time("ttl", directive, Setting.defaulted("ttl", Bound.FOREVER, HTTPD));
        part.with(Role.UPSTREAM_IDLE, ttl)
                .with(Role.RESPONSE_TIMEOUT, time("timeout", directive, timeout))
                .with(Role.CONNECT_TIMEOUT, time("connectiontimeout", directive, timeout))
                .with(count(directive))
                .with(Setting.defaulted("scheme", scheme, "the URL"))
                .role(Role.UPSTREAM_REUSE, reuse(directive, scheme))
                .role(Role.MODE, Setting.defaulted("mode", "http", HTTPD));
    }

    private static Optional<Integer> usual(String scheme) {
        return switch (scheme) {
            case "http", "ws", "h2c" -> Optional.of(80);
            case "https", "wss", "h2" -> Optional.of(443);
            case "ajp" -> Optional.of(8009);
            case "fcgi" -> Optional.of(8000);
            default -> Optional.empty();
        };
    }

    /** Connections are kept unless told not to; to FastCGI only when told to. */
    private static Setting<Boolean> reuse(ApacheDirective directive, String scheme) {
        boolean enabled = directive
                .parameter("enablereuse")
                .filter("on"::equalsIgnoreCase)
                .isPresent();
        boolean disabled = directive
                        .parameter("disablereuse")
                        .filter("on"::equalsIgnoreCase)
                        .isPresent()
                || directive
                        .parameter("enablereuse")
                        .filter("off"::equalsIgnoreCase)
                        .isPresent();
        boolean kept = enabled || (!disabled && !scheme.equals("fcgi") && !scheme.equals("scgi"));
        return enabled || disabled
                ? Setting.declared("disablereuse", kept, Boolean.toString(!kept), directive.origin())
                : Setting.defaulted("disablereuse", kept, HTTPD);
    }

    private Setting<Long> count(ApacheDirective directive) {
        Optional<String> written = directive.parameter("max");
        if (written.isEmpty()) {
            return threads.map(each -> each);
        }
        return written.get().matches("\\d{1,9}")
                ? Setting.declared("max", Long.parseLong(written.get()), written.get(), directive.origin())
                : unresolved("max", written.get(), directive);
    }

    private static Setting<Duration> time(String name, ApacheDirective directive, Setting<Duration> otherwise) {
        Optional<String> written = directive.parameter(name);
        if (written.isEmpty()) {
            return otherwise;
        }
        return ApacheTime.parse(written.get())
                .map(time -> Setting.declared(name, time, written.get(), directive.origin()))
                .orElseGet(() -> unresolved(name, written.get(), directive));
    }

    private static <T> Setting<T> unresolved(String name, String written, ApacheDirective directive) {
        return Setting.unresolved(
                name, "%s at %s is '%s'".formatted(name, directive.origin(), written), directive.origin());
    }
}
