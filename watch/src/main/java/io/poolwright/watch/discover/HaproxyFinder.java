package io.poolwright.watch.discover;

import io.poolwright.config.haproxy.HaproxyDirective;
import io.poolwright.config.haproxy.HaproxyFile;
import io.poolwright.config.haproxy.HaproxySection;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Tree;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import io.poolwright.watch.configured.Services;
import io.poolwright.watch.targets.TargetKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** HAProxy's runtime socket ({@code stats socket}), else its statistics page ({@code stats uri}). */
final class HaproxyFinder implements Finder {
    @Override
    public void find(Stack stack, Tree tree, Services services, Consumer<Found> found, Consumer<Missed> missed) {
        stack.all(Kind.PROXY, "haproxy").forEach(proxy -> {
            Optional<SourceFile> file = tree.files().stream()
                    .filter(one -> one.path().equals(proxy.origin().file()))
                    .findFirst();
            List<HaproxySection> sections =
                    file.map(one -> HaproxyFile.parse(one.path(), one.text())).orElse(List.of());
            Optional<Found> way = socket(sections, proxy, services).or(() -> page(sections, proxy, services));
            if (way.isPresent()) {
                found.accept(named(way.get(), stack, proxy, services));
            } else {
                missed.accept(new Missed(
                        proxy.origin(),
                        "HAProxy shows its queues on a runtime socket; write into its global section:"
                                + " stats socket /run/haproxy/admin.sock mode 660 level user"));
            }
        });
    }

    private static Optional<Found> socket(List<HaproxySection> sections, Part proxy, Services services) {
        return directives(sections, "global", "stats", "socket")
                .map(line -> target(proxy, services, strip(line.word(2).text()), line));
    }

    private static String strip(String address) {
        return address.startsWith("unix@") ? address.substring(5) : address.replaceFirst("^ipv4@", "");
    }

    private static Optional<Found> page(List<HaproxySection> sections, Part proxy, Services services) {
        for (HaproxySection section : sections) {
            Optional<HaproxyDirective> uri = section.directives().stream()
                    .filter(line -> line.says(List.of("stats", "uri")))
                    .findFirst();
            Optional<String> port = section.directives().stream()
                    .filter(line -> line.says(List.of("bind")))
                    .map(line -> line.word(1).text())
                    .filter(bind -> bind.matches(".*:\\d+"))
                    .map(bind -> bind.substring(bind.lastIndexOf(':') + 1))
                    .findFirst();
            if (uri.isPresent() && port.isPresent()) {
                String path = uri.get().word(2).text();
                return Optional.of(target(proxy, services, "http://localhost:" + port.get() + path, uri.get()));
            }
        }
        return Optional.empty();
    }

    private static Found target(Part proxy, Services services, String address, HaproxyDirective line) {
        return Found.of(
                proxy.name(),
                TargetKind.HAPROXY,
                services.onlyBackend(proxy).map(Part::name).orElse(proxy.name()),
                address,
                line.origin());
    }

    /** Which backend is the service's; its frontend when there is only one. */
    private static Found named(Found target, Stack stack, Part proxy, Services services) {
        List<Part> fronts = stack.children(proxy, Kind.FRONTEND).stream()
                .filter(front -> !front.name().contains("stats"))
                .toList();
        Found more = services.onlyBackend(proxy)
                .map(backend -> target.with("backend", backend.name()))
                .orElse(target);
        return fronts.size() == 1 ? more.with("frontend", fronts.get(0).name()) : more;
    }

    private static Optional<HaproxyDirective> directives(
            List<HaproxySection> sections, String kind, String... keyword) {
        return sections.stream()
                .filter(section -> section.kind().equals(kind))
                .flatMap(section -> section.directives().stream())
                .filter(line -> line.says(List.of(keyword)) && line.words().size() > keyword.length)
                .findFirst();
    }
}
