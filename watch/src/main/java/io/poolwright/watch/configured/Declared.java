package io.poolwright.watch.configured;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.haproxy.HaproxyConfiguration;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Tree;
import io.poolwright.config.source.UnreadableFileException;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of each service under the names that the diagnosis knows: Spring's for pools and drivers, HAProxy's own. */
final class Declared {
    private static final String HIKARI = "spring.datasource.hikari.";
    private static final String DRIVER = HIKARI + "data-source-properties.";

    private Declared() {}

    static Map<String, List<DeclaredSetting>> of(Stack stack, Tree tree, Services services) {
        Map<String, List<DeclaredSetting>> declared = new HashMap<>();
        stack.all(Kind.POOL, "hikaricp").forEach(pool -> {
            List<DeclaredSetting> own = declared.computeIfAbsent(services.of(pool), key -> new ArrayList<>());
            String instance = services.instance(pool);
            add(own, instance, HIKARI, pool);
            stack.children(pool, Kind.DRIVER).forEach(driver -> add(own, instance, DRIVER, driver));
        });
        stack.all(Kind.PROXY, "haproxy").forEach(proxy -> services.onlyBackend(proxy)
                .ifPresent(backend -> declared.computeIfAbsent(backend.name(), key -> new ArrayList<>())
                        .addAll(balancer(tree, proxy))));
        return declared;
    }

    private static void add(List<DeclaredSetting> into, String owner, String prefix, Part part) {
        for (Setting<?> setting : part.settings().all()) {
            if (setting.written().isPresent() && setting.origin().isPresent()) {
                String name = prefix.equals(DRIVER) ? setting.name() : kebab(setting.name());
                into.add(new DeclaredSetting(
                        owner,
                        prefix + name,
                        setting.written().get(),
                        setting.origin().get()));
            }
        }
    }

    private static List<DeclaredSetting> balancer(Tree tree, Part proxy) {
        for (SourceFile file : tree.files()) {
            if (file.path().equals(proxy.origin().file())) {
                try {
                    return HaproxyConfiguration.parse(file.path(), file.text());
                } catch (ConfigSyntaxException | UnreadableFileException e) {
                    return List.of();
                }
            }
        }
        return List.of();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
