package io.poolwright.watch.discover;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.php.PhpIni;
import io.poolwright.config.php.PhpIniEntry;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Tree;
import io.poolwright.config.source.UnreadableFileException;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import io.poolwright.watch.configured.Services;
import io.poolwright.watch.targets.TargetKind;
import java.util.Optional;
import java.util.function.Consumer;

/** PHP-FPM's status ({@code pm.status_path}) at the address where the pool listens. */
final class FpmFinder implements Finder {
    @Override
    public void find(Stack stack, Tree tree, Services services, Consumer<Found> found, Consumer<Missed> missed) {
        stack.all(Kind.FPM_POOL).forEach(pool -> {
            Optional<String> status = value(tree, pool, "pm.status_path");
            Optional<String> listen = value(tree, pool, "listen");
            if (status.isEmpty() || listen.isEmpty()) {
                missed.accept(new Missed(
                        pool.origin(),
                        "PHP-FPM pool '%s' tells nothing; write into its section: pm.status_path = /status"
                                .formatted(pool.name())));
                return;
            }
            found.accept(Found.of(
                    pool.name(), TargetKind.PHP_FPM, pool.name(), address(listen.get(), status.get()), pool.origin()));
        });
    }

    private static String address(String listen, String status) {
        if (listen.startsWith("/")) {
            return "unix:" + listen + ":" + status;
        }
        String at = listen.matches("\\d+") ? "localhost:" + listen : listen;
        return "fcgi://" + at + status;
    }

    private static Optional<String> value(Tree tree, Part pool, String key) {
        return tree.files().stream()
                .filter(file -> file.path().equals(pool.origin().file()))
                .findFirst()
                .flatMap(file -> value(file, pool.name(), key));
    }

    private static Optional<String> value(SourceFile file, String section, String key) {
        try {
            return PhpIni.parse(file.path(), file.text()).last(section, key).map(PhpIniEntry::value);
        } catch (ConfigSyntaxException | UnreadableFileException e) {
            return Optional.empty();
        }
    }
}
