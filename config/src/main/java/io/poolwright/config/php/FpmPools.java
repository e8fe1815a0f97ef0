package io.poolwright.config.php;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Running;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.php.PhpFinder.Found;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the pools of PHP-FPM together: a pool may be written in several files of one folder, of which the later by name
 * wins. Files of one folder that contradict each other are taken for variants, of which only one is used at a time, unless
 * the same unit runs both.
 */
final class FpmPools {
    private FpmPools() {}

    /**
     * One pool.
     *
     * @param id the start of its part's id
     * @param file the name of its first file, without folders
     * @param unit the unit that runs it
     * @param certain the unit has the file by a mount or a copy, and is not only built around it
     * @param entries the last one wins
     * @param head where its section begins
     */
    record Pool(
            String name,
            String id,
            String file,
            Optional<Workload> unit,
            boolean certain,
            List<PhpIniEntry> entries,
            Origin head) {
        Optional<PhpIniEntry> last(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).reduce((first, later) -> later);
        }

        /** A directive of php.ini that the pool sets; what an administrator's directive says cannot be changed later. */
        Optional<PhpIniEntry> php(String directive) {
            return set("php_admin_", directive).or(() -> set("php_", directive));
        }

        private Optional<PhpIniEntry> set(String start, String directive) {
            return entries.stream()
                    .filter(entry -> entry.key().startsWith(start + "value[")
                            || entry.key().startsWith(start + "flag["))
                    .filter(entry ->
                            entry.phpDirective().filter(directive::equals).isPresent())
                    .reduce((first, later) -> later);
        }
    }

    static List<Pool> of(List<Found> files, Assembly into) {
        List<Found> inOrder = new ArrayList<>(files);
        inOrder.sort(Comparator.comparing(found -> found.source().relative()));
        Map<String, List<Pool>> pools = new LinkedHashMap<>();
        for (Found found : inOrder) {
            for (Pool pool : in(found, into)) {
                String key = pool.name() + "\n"
                        + pool.unit()
                                .map(unit -> unit.service().id())
                                .orElse(found.source().folder());
                List<Pool> same = pools.computeIfAbsent(key, name -> new ArrayList<>());
                Optional<Pool> joined = same.stream().findFirst().filter(first -> together(first, pool));
                if (joined.isPresent()) {
                    same.set(0, joined(joined.get(), pool));
                } else {
                    same.add(pool);
                }
            }
        }
        return pools.values().stream().flatMap(List::stream).toList();
    }

    private static List<Pool> in(Found found, Assembly into) {
        Map<String, Origin> heads = new LinkedHashMap<>();
        found.ini().sections().forEach(section -> heads.putIfAbsent(section.name(), section.origin()));
        List<Pool> pools = new ArrayList<>();
        List<Optional<Workload>> units = Running.of(found.source().relative(), into);
        heads.forEach((name, head) -> {
            List<PhpIniEntry> entries = found.ini().entries().stream()
                    .filter(entry -> entry.section().equals(name))
                    .toList();
            if (!name.equals("global") && !entries.isEmpty()) {
                for (Optional<Workload> unit : units) {
                    String id = Running.id(found.source().relative(), unit, units);
                    String relative = found.source().relative();
                    boolean certain =
                            unit.filter(one -> one.files().contains(relative)).isPresent();
                    pools.add(new Pool(name, id, found.source().name(), unit, certain, entries, head));
                }
            }
        });
        return pools;
    }

    private static boolean together(Pool first, Pool second) {
        if (first.certain() && second.certain()) {
            return true;
        }
        boolean later = second.file().matches("(?:zz|99|docker|override|custom|local).*");
        return later
                || second.entries().stream().noneMatch(entry -> first.last(entry.key())
                        .filter(other -> !other.value().equals(entry.value()))
                        .isPresent());
    }

    private static Pool joined(Pool first, Pool second) {
        List<PhpIniEntry> all = new ArrayList<>(first.entries());
        all.addAll(second.entries());
        boolean headOfSecond = first.last("pm").isEmpty() && second.last("pm").isPresent();
        return new Pool(
                first.name(),
                first.id(),
                first.file(),
                first.unit(),
                first.certain(),
                all,
                headOfSecond ? second.head() : first.head());
    }
}
