package io.poolwright.drill;

import io.poolwright.drill.shop.Behaviour;
import io.poolwright.drill.shop.ShopMain;
import io.poolwright.drill.stack.HttpCall;
import io.poolwright.drill.stack.JavaProcess;
import io.poolwright.drill.stack.Keeper;
import io.poolwright.drill.stack.KeptProcess;
import io.poolwright.drill.stack.PropertiesFile;
import io.poolwright.drill.stack.Role;
import io.poolwright.drill.stack.StackFailedException;
import io.poolwright.drill.stack.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One instance's process, from its first start through each redeploy: always the same ports and folder. */
final class ShopInstance {
    private static final Duration READY = Duration.ofSeconds(20);
    private static final int HEAP_MIB = 256;
    // HikariCP takes new timeouts into use when its house-keeper runs, by default every 30 s.
    private static final String HOUSE_KEEPING = "com.zaxxer.hikari.housekeeping.periodMs=500";

    private final Instance instance;
    private final String runId;
    private final KeptProcess process;

    private ShopInstance(Instance instance, String runId, KeptProcess process) {
        this.instance = instance;
        this.runId = runId;
        this.process = process;
    }

    /** Writes its configuration and starts a process that reads it; does not wait. */
    static ShopInstance start(Keeper keeper, Instance instance, PropertiesFile configuration, String runId)
            throws IOException {
        Path folder = instance.configFile().toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalStateException("a configuration file without a folder: " + instance.configFile());
        }
        Files.createDirectories(folder);
        configuration.write(instance.configFile());
        ProcessBuilder builder = JavaProcess.of(
                ShopMain.class,
                HEAP_MIB,
                List.of(HOUSE_KEEPING),
                folder.resolve("shop.log"),
                List.of(instance.configFile().toString(), runId));
        return new ShopInstance(instance, runId, keeper.start(Role.SHOP, instance.name(), builder));
    }

    Instance instance() {
        return instance;
    }

    /** Waits until it says that it is ready, and makes sure that it is ours that answers. */
    void awaitReady() throws IOException {
        boolean settled = Waiting.until(() -> !process.alive() || ready(), READY);
        if (!settled || !process.alive()) {
            throw new StackFailedException("%s did not become ready: see %s"
                    .formatted(instance.name(), instance.configFile().resolveSibling("shop.log")));
        }
        String who = HttpCall.get(instance.address().resolve("/whoami")).body().strip();
        if (!who.equals(runId)) {
            throw new StackFailedException("%s is answered by a stranger (%s)".formatted(instance.address(), who));
        }
    }

    void stop() {
        process.stop();
    }

    void behave(Behaviour behaviour) {
        HttpCall.order(instance.management().resolve("/drill/behaviour?" + behaviour.query()));
    }

    void resize(PoolSize size) {
        HttpCall.order(instance.management().resolve("/drill/pool?max=%d&min=%d".formatted(size.max(), size.min())));
    }

    void replacePool(Map<String, String> changed) {
        String query = changed.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        HttpCall.order(instance.management().resolve("/drill/pool/replace?" + query));
    }

    void releaseLeaked() {
        HttpCall.order(instance.management().resolve("/drill/pool/release-leaked"));
    }

    PropertiesFile configuration() throws IOException {
        return PropertiesFile.read(instance.configFile());
    }

    private boolean ready() {
        try {
            URI readiness = instance.management().resolve("/actuator/health/readiness");
            return HttpCall.get(readiness).status() == 200;
        } catch (IOException e) {
            return false; // not yet, which is an answer
        }
    }
}
