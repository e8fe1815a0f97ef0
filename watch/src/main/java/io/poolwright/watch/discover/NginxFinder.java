package io.poolwright.watch.discover;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.nginx.NginxDirective;
import io.poolwright.config.nginx.NginxFile;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Tree;
import io.poolwright.config.source.UnreadableFileException;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import io.poolwright.watch.configured.Services;
import io.poolwright.watch.targets.TargetKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** nginx's {@code stub_status} page, at the {@code listen} and {@code location} that it is written in. */
final class NginxFinder implements Finder {
    @Override
    public void find(Stack stack, Tree tree, Services services, Consumer<Found> found, Consumer<Missed> missed) {
        stack.all(Kind.PROXY, "nginx").forEach(proxy -> {
            Optional<Found> page = tree.files().stream()
                    .filter(file -> file.name().endsWith(".conf"))
                    .flatMap(file -> page(file, proxy).stream())
                    .findFirst();
            page.ifPresentOrElse(
                    found,
                    () -> missed.accept(new Missed(
                            proxy.origin(),
                            "nginx shows its connections on a page; write into a server section that only you reach:"
                                    + " location = /nginx_status { stub_status; }")));
        });
    }

    private static Optional<Found> page(SourceFile file, Part proxy) {
        try {
            if (!file.text().contains("stub_status")) {
                return Optional.empty();
            }
            return below(NginxFile.parse(file.path(), file.text()).directives(), "80", proxy);
        } catch (ConfigSyntaxException | UnreadableFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<Found> below(List<NginxDirective> lines, String port, Part proxy) {
        String here = lines.stream()
                .filter(line -> line.name().equals("listen"))
                .flatMap(line -> line.argument(0).stream())
                .map(listen -> listen.substring(listen.lastIndexOf(':') + 1))
                .filter(number -> number.matches("\\d+"))
                .findFirst()
                .orElse(port);
        for (NginxDirective line : lines) {
            if (line.name().equals("location")
                    && line.children().stream().anyMatch(child -> child.name().equals("stub_status"))) {
                String path = line.arguments().isEmpty()
                        ? "/"
                        : line.arguments().get(line.arguments().size() - 1);
                return Optional.of(Found.of(
                        proxy.name(),
                        TargetKind.NGINX,
                        proxy.name(),
                        "http://localhost:" + here + path,
                        line.origin()));
            }
            Optional<Found> deeper = below(line.children(), here, proxy);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }
}
