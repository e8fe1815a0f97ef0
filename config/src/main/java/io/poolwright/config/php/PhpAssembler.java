package io.poolwright.config.php;

import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Image;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.php.FpmPools.Pool;
import io.poolwright.config.php.PhpFinder.Found;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Bytes;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes parts of PHP-FPM's pools and PHP's ini files, and of images that bring PHP-FPM with its sample pool. */
public final class PhpAssembler implements Assembler {
    private static final String FPM = "PHP-FPM";
    private static final String SAMPLE = "the sample www.conf that the image ships";

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        List<Found> inis = new ArrayList<>(PhpFinder.inis(sources, into));
        inis.sort(Comparator.comparing((Found found) -> !found.source().name().startsWith("php.ini"))
                .thenComparing(found -> found.source().relative())); // PHP reads conf.d last
        inis.forEach(found -> add(ini(found, into), into));
        List<Pool> pools = FpmPools.of(PhpFinder.pools(sources, into), into);
        for (Pool pool : pools) {
            add(pool(pool, entries(pool, inis, pools.size(), into)), into);
        }
        for (Workload unit : into.workloads()) {
            boolean has = pools.stream()
                    .anyMatch(pool -> pool.unit().filter(unit::equals).isPresent());
            if (!has && isFpmImage(unit)) {
                Origin origin = unit.service().origin();
                Pool sample = new Pool("www", unit.service().id(), "", Optional.of(unit), true, List.of(), origin);
                add(pool(sample, entries(sample, inis, 2, into)), into);
            }
        }
    }

    private static void add(Part part, Assembly into) {
        if (!into.contains(part.id())) {
            into.add(part);
        }
    }

    private static Part ini(Found found, Assembly into) {
        Part.Builder part = Part.of(
                        Kind.PHP,
                        "php",
                        found.source().relative() + "/php",
                        found.source().relative(),
                        new Origin(found.source().path(), 1 + found.source().linesBefore()))
                .service(into.theOneRunning(found.source().relative())
                        .map(unit -> unit.service().id()));
        for (PhpIniEntry entry : found.ini().entries()) {
            part.with(PhpValues.text(entry.key(), Optional.of(entry), Setting.unknown(entry.key(), entry.key())));
        }
        return part.build();
    }

    /** The ini entries that hold for a pool: those its unit runs with; without units, those of a tree with only one pool. */
    private static List<PhpIniEntry> entries(Pool pool, List<Found> inis, int pools, Assembly into) {
        List<Found> near = inis.stream()
                .filter(found -> {
                    List<Workload> running = into.running(found.source().relative());
                    return pool.unit().isPresent()
                            ? running.contains(pool.unit().get())
                            : running.isEmpty() && pools == 1;
                })
                .toList();
        List<Found> certain = near.stream()
                .filter(found -> pool.unit()
                        .filter(unit -> unit.files().contains(found.source().relative()))
                        .isPresent())
                .toList();
        List<PhpIniEntry> entries = (certain.isEmpty() ? near : certain)
                .stream().flatMap(found -> found.ini().entries().stream()).toList();
        return certain.isEmpty()
                ? entries.stream().map(entry -> agreed(entry, entries)).toList()
                : entries;
    }

    /** Where several files might be the one in use and say different things, nobody knows which. */
    private static PhpIniEntry agreed(PhpIniEntry entry, List<PhpIniEntry> all) {
        boolean disputed = all.stream()
                .anyMatch(other -> other.key().equals(entry.key())
                        && !other.value().equals(entry.value())
                        && !other.origin().file().equals(entry.origin().file()));
        return disputed
                ? new PhpIniEntry(entry.section(), entry.key(), "different in several ini files", entry.origin())
                : entry;
    }

    private static Part pool(Pool pool, List<PhpIniEntry> inis) {
        boolean sample = pool.unit().filter(PhpAssembler::isFpmImage).isPresent()
                && !pool.file().equals("www.conf");
        Part.Builder part = Part.of(
                        Kind.FPM_POOL, "php-fpm", pool.id() + "/fpm-pool/" + pool.name(), pool.name(), pool.head())
                .service(pool.unit().map(unit -> unit.service().id()));
        part.with(PhpValues.text("pm", pool.last("pm"), sample("pm", "dynamic", sample)));
        part.with(
                Role.WORKERS,
                PhpValues.count(
                        "pm.max_children", pool.last("pm.max_children"), sample("pm.max_children", 5L, sample)));
        for (String name : List.of("pm.start_servers", "pm.min_spare_servers", "pm.max_spare_servers")) {
            long shipped = name.contains("max") ? 3 : name.contains("min") ? 1 : 2;
            part.with(PhpValues.count(name, pool.last(name), sample(name, shipped, sample)));
        }
        Setting<Duration> terminate = PhpValues.time(
                "request_terminate_timeout",
                pool.last("request_terminate_timeout"),
                Setting.defaulted("request_terminate_timeout", Bound.FOREVER, FPM));
        part.with(terminate);
        if (terminate.isKnown() && !Bound.isForever(terminate.get())) {
            part.role(Role.REQUEST_TIMEOUT, terminate);
        }
        part.with(PhpValues.time(
                "request_slowlog_timeout",
                pool.last("request_slowlog_timeout"),
                Setting.defaulted("request_slowlog_timeout", Bound.FOREVER, FPM)));
        part.with(PhpValues.text("slowlog", pool.last("slowlog"), Setting.unknown("slowlog", "slowlog is not set")));
        part.with(Setting.defaulted("written", !pool.entries().isEmpty(), "the files"));
        php(pool, inis, part);
        listens(pool, part);
        pool.unit().flatMap(PhpDatabase::of).ifPresent(part::calls);
        return part.build();
    }

    private static <T> Setting<T> sample(String name, T shipped, boolean sample) {
        return sample
                ? Setting.defaulted(name, shipped, SAMPLE)
                : Setting.unknown(name, "%s is not set in the pool's files".formatted(name));
    }

    private static void php(Pool pool, List<PhpIniEntry> inis, Part.Builder part) {
        part.with(PhpValues.seconds(
                "max_execution_time",
                directive("max_execution_time", pool, inis),
                Setting.defaulted("max_execution_time", Duration.ofSeconds(30), "PHP")));
        part.with(PhpValues.seconds(
                "default_socket_timeout",
                directive("default_socket_timeout", pool, inis),
                Setting.defaulted("default_socket_timeout", Duration.ofSeconds(60), "PHP")));
        part.with(PhpValues.size(
                "memory_limit",
                directive("memory_limit", pool, inis),
                Setting.defaulted("memory_limit", Bytes.mebi(128), "PHP")));
        part.with(PhpValues.text(
                "mysqli.allow_persistent",
                directive("mysqli.allow_persistent", pool, inis),
                Setting.defaulted("mysqli.allow_persistent", "1", "PHP")));
    }

    private static Optional<PhpIniEntry> directive(String name, Pool pool, List<PhpIniEntry> inis) {
        return pool.php(name)
                .or(() ->
                        inis.stream().filter(entry -> entry.key().equals(name)).reduce((first, later) -> later));
    }

    private static void listens(Pool pool, Part.Builder part) {
        Optional<PhpIniEntry> listen = pool.last("listen");
        if (listen.isEmpty()) {
            part.listens(new Address("*", Optional.of(9000), Optional.empty()));
            return;
        }
        String written = listen.get().value();
        Optional<Origin> at = Optional.of(listen.get().origin());
        String port = written.replaceFirst("^.*:", "");
        if (written.startsWith("/")) {
            part.listens(new Address(written, Optional.empty(), at));
        } else if (port.matches("\\d{1,5}")) {
            part.listens(new Address("*", Optional.of(Integer.valueOf(port)), at));
        }
    }

    /** The official images of PHP and WordPress in their FPM variants, which listen at 9000 and ship the sample pool. */
    private static boolean isFpmImage(Workload unit) {
        return unit.image()
                .map(Image::of)
                .filter(image -> image.name().equals("php") || image.name().equals("wordpress"))
                .filter(image -> image.tag().contains("fpm"))
                .isPresent();
    }
}
