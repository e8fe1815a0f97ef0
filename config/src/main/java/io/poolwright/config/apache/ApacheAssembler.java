package io.poolwright.config.apache;

import io.poolwright.config.apache.ApacheFinder.Server;
import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Image;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.php.PhpDatabase;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes parts of httpd: the process with its workers, what mod_proxy passes on, and images that run PHP inside httpd. */
public final class ApacheAssembler implements Assembler {
    private static final String HTTPD = "httpd";

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        List<Server> servers = ApacheFinder.find(sources, into);
        for (Server server : servers) {
            String id = server.main().relative() + "/proxy/apache";
            if (!into.contains(id)) {
                add(server, id, into);
            }
        }
        for (Workload unit : into.workloads()) {
            boolean has = servers.stream()
                    .anyMatch(server -> server.unit().filter(unit::equals).isPresent());
            boolean php =
                    unit.image().map(Image::of).filter(ApacheAssembler::isPhp).isPresent();
            if (!has && php) {
                Part.Builder proxy = proxy(
                        unit.service().id() + "/proxy/apache",
                        unit.service().name(),
                        unit.service().origin(),
                        Optional.of(unit),
                        List.of());
                proxy.listens(new Address("*", Optional.of(80), Optional.empty()));
                into.add(proxy.build());
            }
        }
    }

    /** The official images of PHP and WordPress that bring httpd with mod_php. */
    static boolean isPhp(Image image) {
        boolean wordpress = image.name().equals("wordpress")
                && !image.tag().contains("fpm")
                && !image.tag().contains("cli");
        return wordpress || (image.name().equals("php") && image.tag().contains("apache"));
    }

    private static void add(Server server, String id, Assembly into) {
        Origin origin = server.files().get(0).directives().isEmpty()
                ? new Origin(server.main().path(), 1)
                : server.files().get(0).directives().get(0).origin();
        Part.Builder proxy = proxy(id, server.main().relative(), origin, server.unit(), server.files());
        ApacheWorkers workers = new ApacheWorkers(server.files(), image(server.unit()));
        List<ApacheDirective> all = new ArrayList<>();
        server.files().forEach(file -> all.addAll(file.directives()));
        for (ApacheDirective listen : named(all, "Listen")) {
            String port = listen.argument(0).orElse("").replaceFirst("^.*:", "");
            if (port.matches("\\d{1,5}")) {
                proxy.listens(new Address("*", Optional.of(Integer.valueOf(port)), Optional.of(listen.origin())));
            }
        }
        for (ApacheDirective host : named(all, "VirtualHost")) {
            String port = host.argument(0).orElse("").replaceFirst("^.*:", "");
            if (port.matches("\\d{1,5}")) {
                proxy.listens(new Address("*", Optional.of(Integer.valueOf(port)), Optional.of(host.origin())));
            }
        }
        into.add(proxy.build());
        Setting<Duration> timeout = time(
                "ProxyTimeout", all, time("Timeout", all, Setting.defaulted("Timeout", Duration.ofSeconds(60), HTTPD)));
        String module = workers.module().orElse("");
        Setting<Long> threads = module.equals("prefork")
                ? Setting.defaulted("max", 1L, "prefork")
                : module.isEmpty()
                        ? Setting.unknown("max", "which processing module (prefork, worker, event) httpd runs with")
                        : workers.setting("ThreadsPerChild", module, Setting.defaulted("ThreadsPerChild", 25L, HTTPD));
        ApacheProxies proxies = new ApacheProxies(id, timeout, threads, into);
        server.files().forEach(file -> proxies.add(file.directives()));
    }

    private static Part.Builder proxy(
            String id, String name, Origin origin, Optional<Workload> unit, List<ApacheFile> files) {
        Optional<Image> image = image(unit);
        ApacheWorkers workers = new ApacheWorkers(files, image);
        Part.Builder proxy = Part.of(Kind.PROXY, "apache", id, name, origin)
                .version(image.filter(one -> one.name().equals("httpd")).flatMap(Image::version))
                .service(unit.map(one -> one.service().id()));
        Setting<Long> most = workers.most();
        Setting<Long> children = workers.children();
        proxy.with(most)
                .with(
                        children.isKnown()
                                ? Setting.defaulted("children", children.get(), "MaxRequestWorkers / ThreadsPerChild")
                                : Setting.unknown("children", "the number of httpd's processes"));
        if (most.isKnown()) {
            proxy.role(Role.WORKERS, most).role(Role.ADMITTED, most);
        }
        proxy.with(workers.module()
                .<Setting<String>>map(module -> Setting.defaulted("mpm", module, "the image or LoadModule"))
                .orElseGet(() -> Setting.unknown("mpm", "the processing module of httpd")));
        proxy.with(Setting.defaulted("mod_php", workers.runsPhp(), "the image or LoadModule"));
        for (String module : workers.modules()) {
            workers.ownMost(module).ifPresent(directive -> limits(workers, module, directive, proxy));
        }
        List<ApacheDirective> all = new ArrayList<>();
        files.forEach(file -> all.addAll(file.directives()));
        Setting<Duration> keepAlive =
                time("KeepAliveTimeout", all, Setting.defaulted("KeepAliveTimeout", Duration.ofSeconds(5), HTTPD));
        proxy.with(Role.SERVER_KEEP_ALIVE, keepAlive);
        unit.flatMap(PhpDatabase::of).ifPresent(proxy::calls);
        return proxy;
    }

    /** What one processing module is told, under names that begin with the module. */
    private static void limits(ApacheWorkers workers, String module, ApacheDirective most, Part.Builder proxy) {
        String start = module.isEmpty() ? "any " : module + " ";
        String text = most.argument(0).orElse("");
        proxy.with(
                text.matches("\\d{1,9}")
                        ? Setting.declared(start + "MaxRequestWorkers", Long.parseLong(text), text, most.origin())
                        : Setting.unresolved(
                                start + "MaxRequestWorkers",
                                "MaxRequestWorkers at %s is '%s'".formatted(most.origin(), text),
                                most.origin()));
        for (String name : List.of("ServerLimit", "ThreadsPerChild")) {
            Setting<Long> limit = workers.setting(name, module, Setting.unknown(name, name));
            if (limit.isDeclared()) {
                proxy.with(
                        limit.isKnown()
                                ? Setting.declared(
                                        start + name,
                                        limit.get(),
                                        limit.written().orElse(""),
                                        limit.origin().orElseThrow())
                                : Setting.unresolved(
                                        start + name, name, limit.origin().orElseThrow()));
            }
        }
    }

    private static Optional<Image> image(Optional<Workload> unit) {
        return unit.flatMap(Workload::image).map(Image::of);
    }

    private static Setting<Duration> time(String name, List<ApacheDirective> all, Setting<Duration> otherwise) {
        List<ApacheDirective> found = named(all, name);
        if (found.isEmpty()) {
            return otherwise;
        }
        ApacheDirective last = found.get(found.size() - 1);
        String written = last.argument(0).orElse("");
        return ApacheTime.parse(written)
                .map(time -> Setting.declared(name, time, written, last.origin()))
                .orElseGet(() -> Setting.unresolved(
                        name, "%s at %s is '%s'".formatted(name, last.origin(), written), last.origin()));
    }

    private static List<ApacheDirective> named(List<ApacheDirective> directives, String name) {
        List<ApacheDirective> found = new ArrayList<>();
        for (ApacheDirective directive : directives) {
            if (directive.is(name)) {
                found.add(directive);
            }
            if (directive.section()) {
                found.addAll(named(directive.children(), name));
            }
        }
        return found;
    }
}
