package io.poolwright.config.wordpress;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Image;
import io.poolwright.config.assemble.Running;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.php.PhpDatabase;
import io.poolwright.config.source.SourceFile;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes parts of WordPress: its {@code wp-config.php}, its core bootstrap {@code wp-settings.php}, and its images. */
public final class WordPressAssembler implements Assembler {
    private static final String WORDPRESS = "WordPress";
    private static final Pattern ELSEWHERE = Pattern.compile("(?:^|/)(?:tests?|vendor|node_modules)/");

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        for (SourceFile file : sources.tree().files()) {
            if (ELSEWHERE.matcher(file.relative()).find()) {
                continue;
            }
            if (file.name().equals("wp-config.php") || file.name().equals("wp-config-docker.php")) {
                script(file, sources).ifPresent(script -> config(file, script, into));
            } else if (file.name().equals("wp-settings.php")) {
                script(file, sources).ifPresent(script -> core(file, script, sources, into));
            }
        }
        for (Workload unit : into.workloads()) {
            boolean configured = into.parts().stream()
                    .anyMatch(part -> part.kind() == Kind.WORDPRESS
                            && part.service()
                                    .filter(unit.service().id()::equals)
                                    .isPresent()
                            && part.id().endsWith("/config"));
            if (!configured && isImage(unit)) {
                image(unit, into);
            }
        }
    }

    private static Optional<PhpScript> script(SourceFile file, Sources sources) {
        return sources.parse(file, "wordpress", one -> PhpScript.parse(one.path(), one.text()));
    }

    private static boolean isImage(Workload unit) {
        return unit.image()
                .map(Image::of)
                .filter(image ->
                        image.name().equals("wordpress") && !image.tag().contains("cli"))
                .isPresent();
    }

    private static void config(SourceFile file, PhpScript script, Assembly into) {
        List<Optional<Workload>> units = Running.of(file.relative(), into);
        units.forEach(unit -> config(file, script, unit, Running.id(file.relative(), unit, units), into));
    }

    private static void config(
            SourceFile file, PhpScript script, Optional<Workload> unit, String start, Assembly into) {
        Part.Builder part = Part.of(
                        Kind.WORDPRESS,
                        "wordpress",
                        start + "/wordpress/config",
                        file.relative(),
                        new Origin(file.path(), 1))
                .service(unit.map(one -> one.service().id()));
        fill(part, script, unit);
        WordPressOrder.late(script).forEach(part::with);
        add(part.build(), into);
    }

    /** A WordPress image without a {@code wp-config.php} of the team's: its variables are the configuration. */
    private static void image(Workload unit, Assembly into) {
        Origin origin = unit.service().origin();
        Part.Builder part = Part.of(
                        Kind.WORDPRESS,
                        "wordpress",
                        unit.service().id() + "/wordpress",
                        unit.service().name(),
                        origin)
                .service(Optional.of(unit.service().id()));
        fill(part, extra(unit), Optional.of(unit));
        add(part.build(), into);
    }

    /** The PHP code in {@code WORDPRESS_CONFIG_EXTRA}, every statement at the line of the variable. */
    private static PhpScript extra(Workload unit) {
        Optional<Workload.Value> written = unit.variable("WORDPRESS_CONFIG_EXTRA");
        if (written.flatMap(Workload.Value::text).isEmpty()) {
            return new PhpScript("", List.of());
        }
        Origin at = written.get().origin();
        try {
            String code = "<?php " + written.get().text().orElse("");
            return PhpScript.parse(at.file(), code).at(at);
        } catch (ConfigSyntaxException e) {
            return new PhpScript("", List.of()); // a fragment that PHP would refuse configures nothing
        }
    }

    private static void fill(Part.Builder part, PhpScript script, Optional<Workload> unit) {
        Setting<String> host = host(script, unit);
        part.with(host);
        if (host.isKnown() && host.origin().isPresent()) {
            PhpDatabase.of(host.get(), host.origin().get()).ifPresent(part::calls);
        }
        part.with(flag("DISABLE_WP_CRON", script));
        script.last("max_execution_time").ifPresent(ini -> part.with(seconds(ini)));
    }

    private static Setting<String> host(PhpScript script, Optional<Workload> unit) {
        Optional<PhpStatement.Define> define = script.constant("DB_HOST");
        if (define.isPresent()) {
            Optional<String> text = WordPressEnvironment.text(define.get().value(), unit);
            Origin at = define.get().origin();
            return text.<Setting<String>>map(host -> Setting.declared("DB_HOST", host, host, at))
                    .orElseGet(() -> Setting.unresolved("DB_HOST", "DB_HOST at %s".formatted(at), at));
        }
        Optional<Workload.Value> variable = unit.flatMap(one -> one.variable("WORDPRESS_DB_HOST"));
        return variable.filter(value -> value.text().isPresent())
                .<Setting<String>>map(value -> Setting.declared(
                        "DB_HOST", value.text().orElseThrow(), value.text().orElseThrow(), value.origin()))
                .orElseGet(() -> Setting.unknown("DB_HOST", "DB_HOST (WORDPRESS_DB_HOST) of WordPress"));
    }

    private static Setting<Boolean> flag(String name, PhpScript script) {
        return script.constant(name)
                .<Setting<Boolean>>map(define -> define.value()
                        .truth()
                        .<Setting<Boolean>>map(
                                truth -> Setting.declared(name, truth, Boolean.toString(truth), define.origin()))
                        .orElseGet(() ->
                                Setting.unresolved(name, "%s at %s".formatted(name, define.origin()), define.origin())))
                .orElseGet(() -> Setting.defaulted(name, false, WORDPRESS));
    }

    private static Setting<Duration> seconds(PhpStatement.IniSet ini) {
        String name = "ini_set max_execution_time";
        return ini.value()
                .text()
                .filter(text -> text.matches("-?\\d{1,9}"))
                .<Setting<Duration>>map(text -> Setting.declared(
                        name,
                        Long.parseLong(text) <= 0 ? Bound.FOREVER : Duration.ofSeconds(Long.parseLong(text)),
                        text,
                        ini.origin()))
                .orElseGet(() -> Setting.unresolved(name, "%s at %s".formatted(name, ini.origin()), ini.origin()));
    }

    private static void core(SourceFile file, PhpScript script, Sources sources, Assembly into) {
        Part.Builder part = Part.of(
                Kind.WORDPRESS,
                "wordpress",
                file.relative() + "/wordpress/core",
                file.relative(),
                new Origin(file.path(), 1));
        String text = sources.peek(file).orElse("");
        new WordPressCore(file, script, text, sources.tree()).settings().forEach(part::with);
        add(part.build(), into);
    }

    private static void add(Part part, Assembly into) {
        if (!into.contains(part.id())) {
            into.add(part);
        }
    }
}
