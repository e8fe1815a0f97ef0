package io.poolwright.config.database;

import io.poolwright.config.assemble.Workload;
import io.poolwright.model.stack.Version;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container image that is a database server or a pooler, by its name.
 *
 * @param product {@code postgresql}, {@code mysql}, {@code mariadb}, {@code pgbouncer} or {@code proxysql}
 * @param repository its name without registry, tag and digest, such as {@code bitnami/postgresql}
 * @param version of the product, where the tag says it
 */
public record DatabaseImage(String product, String repository, Optional<Version> version) {
    private static final Pattern SERVES_ANOTHER = Pattern.compile(
            "export|backup|client|operator|admin|upgrade|migrat|dump"
                    + "|restore|router|shell|cron|metric|monitor|rest|meta|init|seed|agent|proxy|replicator|webhook|wait|test");
    private static final Pattern POSTGRES =
            Pattern.compile("postgres.*|.*[-_]postgres(ql)?|postgis|timescaledb(-ha)?|pgvector|citus|spilo.*");
    private static final Pattern MYSQL = Pattern.compile("mysql.*|.*[-_]mysql|percona(-server)?");
    private static final Pattern MARIADB = Pattern.compile("mariadb.*|.*[-_]mariadb");
    private static final Pattern POSTGRES_IN_TAG = Pattern.compile("(?:^|-)pg(\\d{1,2}(?:\\.\\d{1,2})?)");
    private static final Pattern LEADING_NUMBER = Pattern.compile("v?\\d.*");

    public DatabaseImage {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(repository, "repository");
        Objects.requireNonNull(version, "version");
    }

    /** What a unit's image is. */
    public static Optional<DatabaseImage> of(Workload workload) {
        return workload.image().flatMap(DatabaseImage::named);
    }

    /** What an image is, such as {@code docker.io/library/postgres:16-alpine@sha256:…}. */
    public static Optional<DatabaseImage> named(String image) {
        String plain = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int colon = plain.lastIndexOf(':');
        boolean tagged = colon > plain.lastIndexOf('/');
        String path = tagged ? plain.substring(0, colon) : plain;
        String tag = tagged ? plain.substring(colon + 1) : "";
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return product(name).map(product -> new DatabaseImage(product, repository(path), version(product, name, tag)));
    }

    private static String repository(String path) {
        int slash = path.indexOf('/');
        boolean registry = slash > 0 && (path.substring(0, slash).contains(".") || path.startsWith("localhost"));
        return registry ? path.substring(slash + 1) : path;
    }

    private static Optional<String> product(String name) {
        if (name.contains("pgbouncer")) {
            return name.contains("export") ? Optional.empty() : Optional.of("pgbouncer");
        }
        if (name.startsWith("proxysql")) {
            return name.contains("export") ? Optional.empty() : Optional.of("proxysql");
        }
        if (SERVES_ANOTHER.matcher(name).find()) {
            return Optional.empty();
        }
        if (POSTGRES.matcher(name).matches()) {
            return Optional.of("postgresql");
        }
        if (MARIADB.matcher(name).matches()) {
            return Optional.of("mariadb");
        }
        return MYSQL.matcher(name).matches() ? Optional.of("mysql") : Optional.empty();
    }

    private static Optional<Version> version(String product, String name, String tag) {
        if (product.equals("postgresql")) {
            Matcher inTag = POSTGRES_IN_TAG.matcher(tag);
            if (inTag.find()) {
                return Version.in(inTag.group(1));
            }
            if (name.startsWith("timescale") || name.equals("citus") || name.equals("pgvector")) {
                return Optional.empty(); // the tag counts the extension's versions
            }
        }
        return LEADING_NUMBER.matcher(tag).matches() ? Version.in(tag) : Optional.empty();
    }

    /** Whether the image is one of the makers' or Docker's own, whose start is known. */
    public boolean isOfficial() {
        return !repository.contains("/") || repository.startsWith("library/");
    }

    /** Whether it is Bitnami's, configured by variables of its own. */
    public boolean isBitnami() {
        return repository.startsWith("bitnami");
    }
}
