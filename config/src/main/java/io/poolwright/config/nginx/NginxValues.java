package io.poolwright.config.nginx;

import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.Optional;

/** Turns directives into settings with their origins and the defaults of nginx. */
final class NginxValues {
    static final String NGINX = "nginx";

    private NginxValues() {}

    /** A time that holds at a place. */
    static Setting<Duration> time(NginxScope scope, String name, Duration otherwise) {
        Optional<NginxDirective> directive = scope.effective(name);
        if (directive.isEmpty()) {
            return Setting.defaulted(name, otherwise, NGINX);
        }
        String written = directive.get().argument(0).orElse("");
        return NginxTime.parse(written)
                .map(time ->
                        Setting.declared(name, time, written, directive.get().origin()))
                .orElseGet(() -> unresolved(name, written, directive.get()));
    }

    /** A count that holds at a place. */
    static Setting<Long> count(NginxScope scope, String name, Setting<Long> otherwise) {
        Optional<NginxDirective> directive = scope.effective(name);
        if (directive.isEmpty()) {
            return otherwise;
        }
        String written = directive.get().argument(0).orElse("");
        return NginxSize.count(written)
                .map(count -> Setting.declared(
                        name, (long) count, written, directive.get().origin()))
                .orElseGet(() -> unresolved(name, written, directive.get()));
    }

    /** A switch that holds at a place. */
    static Setting<Boolean> flag(NginxScope scope, String name, boolean otherwise) {
        Optional<NginxDirective> directive = scope.effective(name);
        if (directive.isEmpty()) {
            return Setting.defaulted(name, otherwise, NGINX);
        }
        String written = directive.get().argument(0).orElse("");
        return written.equals("on") || written.equals("off")
                ? Setting.declared(
                        name, written.equals("on"), written, directive.get().origin())
                : unresolved(name, written, directive.get());
    }

    /** The words of a directive that holds at a place. */
    static Setting<String> text(NginxScope scope, String name, Setting<String> otherwise) {
        return scope.effective(name).map(directive -> words(name, directive)).orElse(otherwise);
    }

    static Setting<String> words(String name, NginxDirective directive) {
        String words = String.join(" ", directive.arguments());
        return words.contains("{{") || words.contains("<%") || words.contains("${")
                ? unresolved(name, words, directive)
                : Setting.declared(name, words, words, directive.origin());
    }

    static <T> Setting<T> unresolved(String name, String written, NginxDirective directive) {
        return Setting.unresolved(
                name, "%s at %s is '%s'".formatted(name, directive.origin(), written), directive.origin());
    }
}
