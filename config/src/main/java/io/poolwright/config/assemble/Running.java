package io.poolwright.config.assemble;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which units run with a file of one product. A unit that certainly has the file counts; a unit that is only built from a
 * folder around it counts unless its image is known to be some other product.
 */
public final class Running {
    private static final Pattern SOMETHING_ELSE =
            Pattern.compile("(?:postgres|postgis|mysql|mariadb|percona|redis|valkey"
                    + "|memcached|rabbitmq|kafka|zookeeper|elasticsearch|opensearch|kibana|mongo|haproxy|traefik|envoy|pgbouncer"
                    + "|proxysql|adminer|phpmyadmin|mailhog|mailpit|minio|grafana|prometheus|certbot|node-exporter).*");

    private Running() {}

    /** These units, at least one entry: without any unit, one that is empty. */
    public static List<Optional<Workload>> of(String relative, Assembly into) {
        List<Optional<Workload>> units = into.running(relative).stream()
                .filter(unit -> unit.files().contains(relative) || !isSomethingElse(unit))
                .map(Optional::of)
                .toList();
        return units.isEmpty() ? List.of(Optional.empty()) : units;
    }

    /** The first of them: good enough where only the way to other files is asked for. */
    public static Optional<Workload> first(String relative, Assembly into) {
        return of(relative, into).get(0);
    }

    /** The start of the ids of what a file configures: the file, with the unit where several run it. */
    public static String id(String relative, Optional<Workload> unit, List<Optional<Workload>> units) {
        return units.size() < 2
                ? relative
                : relative + "@" + unit.map(one -> one.service().id()).orElse("");
    }

    private static boolean isSomethingElse(Workload unit) {
        return unit.image()
                .map(Image::of)
                .filter(image -> SOMETHING_ELSE.matcher(image.last()).matches())
                .isPresent();
    }
}
