package io.poolwright.cli.run;

import io.poolwright.config.haproxy.HaproxyConfiguration;
import io.poolwright.config.spring.SpringProperties;
import io.poolwright.drill.Instance;
import io.poolwright.drill.RunningStack;
import io.poolwright.model.DeclaredSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the stack's configuration files say at this moment. A file is read again when it has changed. */
final class Declared implements Supplier<List<DeclaredSetting>> {
    private final RunningStack stack;
    private final Map<Path, Read> known = new HashMap<>();

    Declared(RunningStack stack) {
        this.stack = stack;
    }

    private record Read(FileTime at, List<DeclaredSetting> settings) {}

    @FunctionalInterface
    private interface Reader {
        List<DeclaredSetting> read(Path file) throws IOException;
    }

    @Override
    public synchronized List<DeclaredSetting> get() {
        List<DeclaredSetting> all = new ArrayList<>(balancer());
        for (Instance instance : stack.instances()) {
            all.addAll(read(instance.configFile(), file -> SpringProperties.read(instance.name(), file)));
        }
        return all;
    }

    private List<DeclaredSetting> balancer() {
        String product = stack.balancer().product();
        return product.equals("haproxy")
                ? read(stack.balancer().configFile(), HaproxyConfiguration::read)
                : read(stack.balancer().configFile(), file -> SpringProperties.read(product, file).stream()
                        .map(Declared::asBalancersSay)
                        .toList());
    }

    /** The embedded balancer writes {@code server.maxconn} for what HAProxy calls a server's {@code maxconn}. */
    private static DeclaredSetting asBalancersSay(DeclaredSetting setting) {
        return setting.name().equals("server.maxconn")
                ? new DeclaredSetting(setting.owner(), "maxconn", setting.value(), setting.origin())
                : setting;
    }

    /** A file that cannot be read now declares nothing that we know of. */
    private List<DeclaredSetting> read(Path file, Reader reader) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            Read last = known.get(file);
            if (last != null && last.at().equals(changed)) {
                return last.settings();
            }
            List<DeclaredSetting> settings = reader.read(file);
            known.put(file, new Read(changed, settings));
            return settings;
        } catch (IOException e) {
            return List.of();
        }
    }
}
