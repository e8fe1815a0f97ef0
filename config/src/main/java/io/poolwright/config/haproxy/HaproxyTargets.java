package io.poolwright.config.haproxy;

import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a proxy says in more than one line: where it sends requests, and when it tries again. */
final class HaproxyTargets {
    private HaproxyTargets() {}

    /** The names of the backends that a frontend certainly or possibly sends to, with a blank between; itself for a listen. */
    static Setting<String> of(HaproxyProxy proxy) {
        Set<String> names = new LinkedHashSet<>();
        boolean dynamic = false;
        if (proxy.kind().equals("listen")) {
            names.add(proxy.name());
        }
        List<HaproxyDirective> lines = new ArrayList<>(proxy.lines("use_backend"));
        lines.addAll(proxy.lines("default_backend"));
        for (HaproxyDirective line : lines) {
            HaproxyWord target = line.word(1);
            boolean plain = target.known() && !target.text().contains("%[");
            dynamic |= !plain;
            if (plain) {
                names.add(target.text());
            }
        }
        if (proxy.lines("default_backend").isEmpty()) {
            proxy.text("default_backend").written().ifPresent(names::add);
        }
        if (dynamic || proxy.section().open()) {
            return Setting.unresolved(
                    "backends", "the backends that '%s' chooses at run time".formatted(proxy.name()), proxy.origin());
        }
        return Setting.declared("backends", String.join(" ", names), String.join(" ", names), proxy.origin());
    }

    /** Whether it shows statistics and sends nothing anywhere. */
    static Setting<Boolean> isStatisticsOnly(HaproxyProxy proxy) {
        boolean shows = proxy.lines("stats").stream()
                .anyMatch(line -> Set.of("enable", "uri", "hide-version", "refresh", "auth", "admin", "realm")
                        .contains(line.word(1).text()));
        boolean exports = proxy.lines("http-request").stream()
                .anyMatch(line -> line.word(1).text().equals("use-service")
                        && line.word(2).text().startsWith("prometheus"));
        boolean sends = !proxy.servers().isEmpty()
                || !proxy.lines("use_backend").isEmpty()
                || proxy.text("default_backend").written().isPresent();
        return Setting.defaulted("statistics only", (shows || exports) && !sends, "its lines");
    }

    /** Without a time of its own the queue has the time of a connection attempt. */
    static Setting<Duration> inPlaceOfQueue(Setting<Duration> connect) {
        return connect.isKnown()
                ? Setting.defaulted("timeout queue", connect.get(), "HAProxy: timeout connect")
                : Setting.unknown("timeout queue", "timeout queue, or timeout connect in its place");
    }

    /** The events after which a request is sent again, with a blank between. */
    static Setting<String> retryOn(HaproxyProxy proxy) {
        HaproxyValue<HaproxyDirective> line = new HaproxyLookup(proxy).last(List.of(List.of("retry-on")));
        return HaproxySettings.of(
                "retry-on",
                line.as(
                        "a list of events",
                        found -> Optional.of(String.join(
                                " ",
                                found.words().stream()
                                        .skip(1)
                                        .map(HaproxyWord::text)
                                        .toList()))),
                Setting.defaulted("retry-on", "conn-failure", HaproxySettings.HAPROXY));
    }

    /** Where the defaults section stands that it inherits from; empty text when there is none. */
    static Setting<String> defaultsOf(HaproxyProxy proxy) {
        return proxy.defaults().isEmpty()
                ? Setting.defaulted("defaults", "", HaproxySettings.HAPROXY)
                : Setting.declared(
                        "defaults",
                        proxy.defaults().get(0).origin().toString(),
                        proxy.defaults().get(0).name().text(),
                        proxy.defaults().get(0).origin());
    }

    /** Whether a rule keeps some requests from being sent again. */
    static Setting<Boolean> guardsRetries(HaproxyProxy proxy) {
        boolean guards = proxy.lines("http-request").stream()
                .anyMatch(line -> line.word(1).text().equals("disable-l7-retry"));
        return Setting.defaulted("disable-l7-retry", guards, "its lines");
    }
}
