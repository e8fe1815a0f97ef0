package io.poolwright.config.nginx;

import io.poolwright.model.Origin;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.util.Optional;

/** The settings of the whole process: workers, and the connections and files of each. */
final class NginxProcess {
    private static final String IMAGE = "the nginx image";

    private final NginxRoots.Root root;
    private final NginxScope whole;
    private final NginxVersion version;
    private final NginxScope events;

    NginxProcess(NginxRoots.Root root, NginxScope whole, NginxVersion version) {
        this.root = root;
        this.whole = whole;
        this.version = version;
        this.events = whole.inside("events").stream().findFirst().orElse(whole);
    }

    void settings(Part.Builder proxy) {
        Setting<Long> workers = workers();
        Setting<Long> connections = connections();
        proxy.with(workers)
                .with(severalWorkers())
                .with(connections)
                .with(NginxValues.count(
                        whole,
                        "worker_rlimit_nofile",
                        Setting.unknown(
                                "worker_rlimit_nofile",
                                "worker_rlimit_nofile is not set; the limit of the operating system applies")));
        if (workers.isKnown() && connections.isKnown()) {
            proxy.role(Role.ADMITTED, connections.map(each -> each * workers.get()));
        }
    }

    private Setting<Long> workers() {
        Optional<NginxDirective> directive = whole.effective("worker_processes");
        if (directive.isEmpty()
                || directive.get().argument(0).filter("auto"::equals).isEmpty()) {
            return NginxValues.count(
                    whole,
                    "worker_processes",
                    root.whole()
                            ? Setting.defaulted("worker_processes", 1L, NginxValues.NGINX)
                            : Setting.unknown(
                                    "worker_processes", "worker_processes, in the main nginx.conf, which is not here"));
        }
        Origin at = directive.get().origin();
        return Setting.unresolved(
                "worker_processes", "the number of processors, for worker_processes at %s is auto".formatted(at), at);
    }

    /** More than one worker: {@code auto} starts one for each processor, so it is taken for more than one. */
    private Setting<Boolean> severalWorkers() {
        String name = "worker_processes > 1";
        Optional<NginxDirective> directive = whole.effective("worker_processes");
        if (directive.isPresent()) {
            String written = directive.get().argument(0).orElse("");
            Origin at = directive.get().origin();
            Optional<Integer> count = NginxSize.count(written);
            return written.equals("auto") || count.isPresent()
                    ? Setting.declared(name, count.orElse(2) > 1, written, at)
                    : NginxValues.unresolved(name, written, directive.get());
        }
        if (root.whole()) {
            return Setting.defaulted(name, false, NginxValues.NGINX);
        }
        return version.image()
                ? Setting.defaulted(name, true, IMAGE)
                : Setting.unknown(name, "worker_processes, in the main nginx.conf, which is not here");
    }

    private Setting<Long> connections() {
        String name = "worker_connections";
        if (root.whole()) {
            return NginxValues.count(events, name, Setting.defaulted(name, 512L, NginxValues.NGINX));
        }
        return version.image()
                ? Setting.defaulted(name, 1024L, IMAGE)
                : Setting.unknown(name, "worker_connections, in the main nginx.conf, which is not here");
    }
}
