package io.poolwright.config.apache;

import io.poolwright.config.assemble.Image;
import io.poolwright.model.stack.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many requests httpd works on at once: {@code MaxRequestWorkers}, cut to {@code ServerLimit × ThreadsPerChild}.
 *
 * <p>Source: httpd {@code mpm_common}; Debian's {@code mpm_prefork.conf} for the images of PHP and WordPress.
 */
final class ApacheWorkers {
    private static final long EVENT_SERVERS = 16;
    private static final long THREADS = 25;
    private static final long PREFORK_SERVERS = 256;
    private static final long DEBIAN = 150;

    private final List<ApacheFile> files;
    private final Optional<Image> image;

    ApacheWorkers(List<ApacheFile> files, Optional<Image> image) {
        this.files = files;
        this.image = image;
    }

    /** The processing module in use, where that is certain: {@code prefork}, {@code worker} or {@code event}. */
    Optional<String> module() {
        if (isDebian()) {
            return Optional.of("prefork");
        }
        Optional<String> loaded = everywhere("LoadModule", "").stream()
                .flatMap(directive -> directive.argument(0).stream())
                .filter(name -> name.matches("mpm_(prefork|worker|event)_module"))
                .map(name -> name.substring(4, name.length() - 7))
                .reduce((first, last) -> last);
        return loaded.or(() -> image.filter(one -> one.name().equals("httpd")).map(one -> "event"));
    }

    /** An image of PHP or WordPress with Debian's httpd: prefork with 150 workers unless a file says otherwise. */
    private boolean isDebian() {
        return image.filter(ApacheAssembler::isPhp).isPresent();
    }

    /** A directive of a module: in its own section, or outside of every section for a module. */
    Optional<ApacheDirective> directive(String name, String module) {
        List<ApacheDirective> own = everywhere(name, module);
        List<ApacheDirective> outside = everywhere(name, "");
        return last(module.isEmpty() || own.isEmpty() ? outside : own);
    }

    /** The modules that some directive names its own section for, and the empty one for what stands outside. */
    List<String> modules() {
        return List.of("", "event", "worker", "prefork");
    }

    /** Whether this module has a {@code MaxRequestWorkers} of its own. */
    Optional<ApacheDirective> ownMost(String module) {
        return last(everywhere("MaxRequestWorkers", module)).or(() -> last(everywhere("MaxClients", module)));
    }

    /** The workers in force. */
    Setting<Long> most() {
        String name = "MaxRequestWorkers";
        Optional<String> module = module();
        if (module.isEmpty()) {
            return Setting.unknown(
                    name, "which processing module (prefork, worker, event) httpd runs with, for MaxRequestWorkers");
        }
        Optional<ApacheDirective> written =
                directive(name, module.get()).or(() -> directive("MaxClients", module.get()));
        Optional<Long> cap = cap(module.get());
        if (written.isEmpty()) {
            return isDebian()
                    ? Setting.defaulted(name, DEBIAN, "Debian's httpd, which the image runs")
                    : cap.<Setting<Long>>map(most -> Setting.defaulted(name, most, "httpd"))
                            .orElseGet(() -> Setting.unknown(name, "ServerLimit or ThreadsPerChild of httpd"));
        }
        ApacheDirective directive = written.get();
        String text = directive.argument(0).orElse("");
        if (!text.matches("\\d{1,9}") || cap.isEmpty()) {
            return Setting.unresolved(
                    name, "%s at %s is '%s'".formatted(name, directive.origin(), text), directive.origin());
        }
        long count = Long.parseLong(text);
        return count > cap.get()
                ? Setting.replaced(name, cap.get(), text, directive.origin(), "cut to ServerLimit × ThreadsPerChild")
                : Setting.declared(name, count, text, directive.origin());
    }

    /** The processes that those workers are spread over. */
    Setting<Long> children() {
        Setting<Long> most = most();
        Optional<Long> threads = module().filter("prefork"::equals).isPresent()
                ? Optional.of(1L)
                : number("ThreadsPerChild", module().orElse(""), THREADS);
        return threads.isPresent() && threads.get() > 0
                ? most.map(count -> (count + threads.get() - 1) / threads.get())
                : Setting.unknown("children", "ThreadsPerChild of httpd");
    }

    /** PHP runs inside httpd: by the image, or by a module that is loaded. */
    boolean runsPhp() {
        return isDebian()
                || everywhere("LoadModule", "").stream().anyMatch(directive -> directive
                        .argument(0)
                        .filter(name -> name.matches("php\\d?_module"))
                        .isPresent());
    }

    private Optional<Long> cap(String module) {
        boolean prefork = module.equals("prefork");
        Optional<Long> servers = number("ServerLimit", module, prefork ? PREFORK_SERVERS : EVENT_SERVERS);
        Optional<Long> threads = prefork ? Optional.of(1L) : number("ThreadsPerChild", module, THREADS);
        return servers.flatMap(count -> threads.map(each -> count * each));
    }

    private Optional<Long> number(String name, String module, long otherwise) {
        return directive(name, module)
                .map(directive -> directive
                        .argument(0)
                        .filter(text -> text.matches("\\d{1,9}"))
                        .map(Long::valueOf))
                .orElseGet(() -> Optional.of(otherwise));
    }

    Setting<Long> setting(String name, String module, Setting<Long> otherwise) {
        Optional<ApacheDirective> directive = directive(name, module);
        if (directive.isEmpty()) {
            return otherwise;
        }
        String text = directive.get().argument(0).orElse("");
        return text.matches("\\d{1,9}")
                ? Setting.declared(
                        name, Long.parseLong(text), text, directive.get().origin())
                : Setting.unresolved(
                        name,
                        "%s at %s is '%s'".formatted(name, directive.get().origin(), text),
                        directive.get().origin());
    }

    private static Optional<ApacheDirective> last(List<ApacheDirective> directives) {
        return directives.isEmpty() ? Optional.empty() : Optional.of(directives.get(directives.size() - 1));
    }

    private List<ApacheDirective> everywhere(String name, String module) {
        List<ApacheDirective> found = new ArrayList<>();
        files.forEach(file -> collect(file.directives(), name, module, "", found));
        return found;
    }

    private static void collect(
            List<ApacheDirective> directives, String name, String module, String inside, List<ApacheDirective> into) {
        for (ApacheDirective directive : directives) {
            if (directive.section()) {
                String condition =
                        directive.is("IfModule") ? directive.argument(0).orElse("") : "";
                collect(directive.children(), name, module, ofModule(condition).orElse(inside), into);
            } else if (directive.is(name) && inside.equals(module)) {
                into.add(directive);
            }
        }
    }

    /** The processing module that a condition asks for: {@code mpm_prefork_module}, {@code prefork.c}, {@code mpm_prefork.c}. */
    private static Optional<String> ofModule(String condition) {
        String plain = condition.toLowerCase(Locale.ROOT);
        if (plain.startsWith("!")) {
            return Optional.empty();
        }
        return List.of("prefork", "worker", "event").stream()
                .filter(module -> plain.matches("(?:mpm_)?" + module + "(?:_module|\\.c)"))
                .findFirst();
    }
}
