package io.poolwright.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One fact, one finding: where two rules describe the same thing, the more specific one tells it and takes over the places of
 * the other.
 */
final class Folding {
    /** What is folded, into what: the more specific rules first. */
    private static final Map<String, List<String>> INTO = Map.ofEntries(
            Map.entry("db-reserved-slots-off-by", List.of("db-connections-overcommitted")),
            Map.entry("db-headroom-low", List.of("db-connections-overcommitted", "db-reserved-slots-off-by")),
            Map.entry("db-rolling-update-overcommit", List.of("db-hpa-max-overcommit")),
            Map.entry(
                    "db-connections-overcommitted",
                    List.of("pgbouncer-server-pools-exceed-db", "proxysql-backend-sum", "mysql-fpm-overcommit")),
            Map.entry(
                    "server-keepalive-lt-proxy-idle",
                    List.of(
                            "nginx-upstream-idle-ge-server",
                            "envoy-idle-gt-server-keepalive",
                            "traefik-idle-gt-server-keepalive",
                            "alb-idle-vs-app-keepalive",
                            "apache-proxy-ttl")),
            Map.entry(
                    "app-budget-exceeds-lb",
                    List.of(
                            "hikari-connectiontimeout-infinite",
                            "dbcp2-maxwait-infinite",
                            "c3p0-checkout-infinite",
                            "druid-maxwait-infinite",
                            "agroal-acquisition-infinite",
                            "r2dbc-acquire-infinite",
                            "envoy-route-timeout-default")),
            Map.entry(
                    "timeout-chain-inverted",
                    List.of(
                            "app-budget-exceeds-lb",
                            "haproxy-server-timeout-lt-inner",
                            "nginx-read-timeout-gt-outer",
                            "fpm-timeout-order")),
            Map.entry("mysql-wait-timeout-vs-pool", List.of("druid-idle-vs-db", "c3p0-stale-connections")),
            Map.entry(
                    "funnel-not-monotone",
                    List.of(
                            "haproxy-no-server-maxconn",
                            "haproxy-backend-exceeds-app",
                            "db-connections-overcommitted")),
            Map.entry("lb-capacity-below-demand", List.of("lb-admits-less-than-pool")));

    /** Rules that speak of a slip of the unit in general, and give way to whoever names the same line. */
    private static final Set<String> UNIT_SLIPS = Set.of("unit-seconds-as-millis", "unit-millis-as-seconds");

    private Folding() {}

    static List<Finding> fold(List<Finding> all) {
        List<Finding> findings = oncePerLine(all);
        List<Finding> told = new ArrayList<>(findings);
        for (Finding finding : findings) {
            findings.stream()
                    .filter(other -> !other.equals(finding) && gives(finding, other))
                    .findFirst()
                    .ifPresent(winner -> {
                        told.remove(finding);
                        int at = indexOf(told, winner);
                        if (at >= 0) {
                            told.set(at, merged(told.get(at), finding));
                        }
                    });
        }
        return told;
    }

    /** What a rule says of one line is said once, however many copies of a program read that line. */
    private static List<Finding> oncePerLine(List<Finding> all) {
        Map<List<Object>, Finding> byLine = new LinkedHashMap<>();
        all.forEach(finding -> byLine.merge(List.of(finding.rule(), finding.at()), finding, Folding::merged));
        return List.copyOf(byLine.values());
    }

    private static boolean gives(Finding finding, Finding other) {
        if (UNIT_SLIPS.contains(finding.rule())) {
            return !UNIT_SLIPS.contains(other.rule()) && other.at().equals(finding.at());
        }
        return INTO.getOrDefault(finding.rule(), List.of()).contains(other.rule()) && shareAPlace(finding, other);
    }

    private static boolean shareAPlace(Finding a, Finding b) {
        return a.subject().equals(b.subject())
                || places(a).anyMatch(place -> places(b).anyMatch(place::equals));
    }

    private static Stream<Object> places(Finding finding) {
        return Stream.concat(Stream.of(finding.at()), finding.related().stream().map(Related::at));
    }

    private static int indexOf(List<Finding> told, Finding winner) {
        for (int i = 0; i < told.size(); i++) {
            Finding one = told.get(i);
            if (one.rule().equals(winner.rule())
                    && one.at().equals(winner.at())
                    && one.subject().equals(winner.subject())) {
                return i;
            }
        }
        return -1;
    }

    private static Finding merged(Finding winner, Finding folded) {
        List<Related> related = new ArrayList<>(winner.related());
        Stream.concat(Stream.of(new Related(folded.at(), folded.rule())), folded.related().stream())
                .filter(place -> !place.at().equals(winner.at()))
                .filter(place -> related.stream().noneMatch(known -> known.at().equals(place.at())))
                .forEach(related::add);
        return winner.with(related);
    }
}
