package io.poolwright.config.spring;

import io.poolwright.config.build.ModuleBuild;
import io.poolwright.config.datasource.DataSourceParts;
import io.poolwright.config.jdbc.DatabaseDriver;
import io.poolwright.config.jdbc.JdbcUrl;
import io.poolwright.config.pool.PoolProduct;
import io.poolwright.config.pool.Written;
import io.poolwright.config.spring.SourceFacts.BoundPrefix;
import io.poolwright.config.spring.SourceFacts.Kind;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The data sources of a Spring Boot application: {@code spring.datasource}, those that code binds to prefixes of its own,
 * those of the dynamic-datasource starter, and {@code spring.r2dbc}.
 */
final class SpringDataSources {
    private static final String MAIN = "spring.datasource";
    private static final String AUTOCOMMIT = "hibernate.connection.provider_disables_autocommit";
    private static final String DYNAMIC = "spring.datasource.dynamic";
    private static final List<String> EMBEDDED =
            List.of("jdbc:h2", "jdbc:hsqldb", "jdbc:derby", "jdbc:sqlite", "r2dbc:h2", "jdbc:tc:");

    private final ApplicationFacts facts;
    private final SpringSettings settings;
    private final SpringEnvironment environment;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    private SpringDataSources(ApplicationFacts facts, SpringSettings settings) {
        this.facts = facts;
        this.settings = settings;
        this.environment = settings.environment();
    }

    static List<Part> of(ApplicationFacts facts, SpringSettings settings) {
        SpringDataSources sources = new SpringDataSources(facts, settings);
        sources.main();
        sources.dynamic();
        sources.bound();
        sources.reactive();
        return sources.parts;
    }

    private void main() {
        Optional<SpringValue> url = environment.first(
                "spring.datasource.url",
                "spring.datasource.hikari.jdbc-url",
                "spring.datasource.druid.url",
                "spring.datasource.jdbc-url");
        boolean pooled = !poolKeys(MAIN).isEmpty();
        if (url.isEmpty() && !pooled) {
            return;
        }
        if (url.isEmpty() && environment.get("spring.datasource.jndi-name").isPresent()) {
            return; // the container's pool, which is configured there
        }
        add(MAIN, "dataSource", url, product(MAIN), facts.source().first(Kind.POOL_IN_CODE));
    }

    /** com.baomidou's dynamic-datasource: several sources under one prefix, with settings for all beside them. */
    private void dynamic() {
        for (String name : OtherFrameworks.namesUnder(environment, DYNAMIC + ".datasource")) {
            String prefix = DYNAMIC + ".datasource." + name;
            Optional<SpringValue> url = environment.get(prefix + ".url");
            if (url.isPresent()) {
                PoolProduct product = poolKeys(DYNAMIC, "druid").isEmpty()
                                && poolKeys(prefix, "druid").isEmpty()
                        ? product(prefix)
                        : PoolProduct.DRUID;
                add(prefix, name, url, product, Optional.empty());
            }
        }
    }

    /** Prefixes that code binds; and those that only such code can read, for they hold a {@code jdbc-url}. */
    private void bound() {
        Map<String, Boolean> prefixes = new LinkedHashMap<>();
        for (BoundPrefix bound : facts.source().prefixes()) {
            String prefix = SpringNames.kebab(bound.prefix());
            if (!prefix.equals(MAIN) && !prefix.startsWith(MAIN + ".hikari")) {
                prefixes.merge(prefix, bound.pool(), Boolean::logicalOr);
            }
        }
        for (SpringProperty property : environment.stated()) {
            String key = SpringNames.kebab(property.key());
            boolean own = key.endsWith(".jdbc-url") && key.contains("datasource") && !key.startsWith(MAIN + ".hikari.");
            if (own) {
                String prefix = key.substring(0, key.length() - ".jdbc-url".length());
                String above =
                        prefix.endsWith(".hikari") ? prefix.substring(0, prefix.length() - ".hikari".length()) : prefix;
                if (!above.equals(MAIN) && !above.startsWith(DYNAMIC)) {
                    prefixes.putIfAbsent(above, true);
                }
            }
        }
        prefixes.forEach((prefix, pool) -> {
            boolean inner = prefixes.keySet().stream()
                    .anyMatch(other -> !other.equals(prefix)
                            && prefix.startsWith(other + ".")
                            && !hasUrl(prefix)
                            && hasUrl(other));
            if (!inner && hasUrl(prefix)) {
                Optional<SpringValue> url = environment.first(
                        prefix + ".url", prefix + ".jdbc-url", prefix + ".hikari.jdbc-url", prefix + ".hikari.url");
                add(prefix, prefix, url, product(prefix), Optional.empty());
            }
        });
    }

    private boolean hasUrl(String prefix) {
        return environment
                .first(prefix + ".url", prefix + ".jdbc-url", prefix + ".hikari.jdbc-url", prefix + ".hikari.url")
                .isPresent();
    }

    private void reactive() {
        Optional<SpringValue> url = environment.get("spring.r2dbc.url");
        boolean off = environment
                .get("spring.r2dbc.pool.enabled")
                .flatMap(SpringValue::bool)
                .filter(on -> !on)
                .isPresent();
        if (url.isEmpty() || off || isEmbedded(url.get()) || !pooledReactive()) {
            return;
        }
        DataSourceParts source = parts(PoolProduct.R2DBC_POOL, "r2dbc", "spring.r2dbc.pool", url.get())
                .settings(written(environment.under("spring.r2dbc.pool")))
                .url(Optional.of(written("url", url.get())))
                .user(environment.get("spring.r2dbc.username").map(user -> written("username", user)));
        source.build().forEach(this::add);
    }

    /** Whether reactive connections are pooled; yes when the build is not known. */
    private boolean pooledReactive() {
        ModuleBuild build = facts.build();
        return !build.isKnown()
                || build.libraries().stream().anyMatch(one -> one.name().contains("r2dbc"));
    }

    private void add(
            String prefix, String name, Optional<SpringValue> url, PoolProduct product, Optional<Origin> inCode) {
        if (url.filter(SpringDataSources::isEmbedded).isPresent()) {
            return;
        }
        List<SpringValue> keys = keysOf(prefix, product);
        Origin origin = keys.stream()
                .map(SpringValue::declared)
                .findFirst()
                .or(() -> url.map(SpringValue::declared))
                .orElse(facts.origin());
        DataSourceParts source = DataSourceParts.of(product, id(name), name, origin)
                .parent(facts.id())
                .service(facts.service())
                .version(version(product))
                .settings(written(keys))
                .properties(driverProperties(prefix))
                .url(url.map(value -> written("url", value)))
                .user(environment
                        .first(prefix + ".username", prefix + ".hikari.username", prefix + ".user")
                        .map(user -> written("username", user)))
                .driverClass(environment
                        .first(prefix + ".driver-class-name", prefix + ".hikari.driver-class-name")
                        .map(driver -> written("driverClassName", driver)));
        source.with(settings.flag(
                settings.unset(AUTOCOMMIT, false, "Hibernate"), AUTOCOMMIT, "spring.jpa.properties." + AUTOCOMMIT));
        source.with(Setting.defaulted("prefix", prefix, "Spring Boot"));
        boolean open = inCode.isPresent() && keys.isEmpty();
        source.build().forEach(part -> add(open ? Hidden.unlessWritten(part, "code at " + inCode.get()) : part));
    }

    private void add(Part part) {
        parts.add(settings.hider()
                .map(note -> Hidden.unlessWritten(part, note.what() + " at " + note.origin()))
                .orElse(part));
    }

    private DataSourceParts parts(PoolProduct product, String name, String prefix, SpringValue url) {
        Origin origin = environment.under(prefix).stream()
                .map(SpringValue::declared)
                .findFirst()
                .orElse(url.declared());
        return DataSourceParts.of(product, id(name), name, origin)
                .parent(facts.id())
                .service(facts.service());
    }

    private String id(String name) {
        String id = facts.id() + "/pool/" + name;
        while (!names.add(id)) {
            id += "+";
        }
        return id;
    }

    private Optional<Version> version(PoolProduct product) {
        return switch (product) {
            case HIKARI -> facts.hikari();
            case DRUID ->
                facts.build()
                        .version("com.alibaba", "druid-spring-boot-starter")
                        .or(() -> facts.build().version("com.alibaba", "druid-spring-boot-3-starter"))
                        .or(() -> facts.build().version("com.alibaba", "druid"))
                        .map(ModuleBuild.Found::version);
            default -> Optional.empty();
        };
    }

    /** Which pool reads a prefix: the one that is named, the one of whose keys there are some, else Spring Boot's choice. */
    private PoolProduct product(String prefix) {
        String type = environment
                .first(prefix + ".type", MAIN + ".type")
                .flatMap(SpringValue::text)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (type.contains("hikari")) {
            return PoolProduct.HIKARI;
        }
        if (type.contains("druid")) {
            return PoolProduct.DRUID;
        }
        if (type.contains("tomcat")) {
            return PoolProduct.TOMCAT_JDBC;
        }
        if (type.contains("dbcp")) {
            return PoolProduct.DBCP2;
        }
        if (type.contains("c3p0")) {
            return PoolProduct.C3P0;
        }
        if (!poolKeys(prefix, "hikari").isEmpty()) {
            return PoolProduct.HIKARI;
        }
        boolean druid = !poolKeys(prefix, "druid").isEmpty()
                || facts.build().libraries().stream().anyMatch(one -> one.name().startsWith("druid-spring-boot"));
        if (druid) {
            return PoolProduct.DRUID;
        }
        if (!poolKeys(prefix, "tomcat").isEmpty()
                || facts.boot().filter(version -> !version.atLeast(2, 0, 0)).isPresent()) {
            return PoolProduct.TOMCAT_JDBC;
        }
        return poolKeys(prefix, "dbcp2").isEmpty() ? PoolProduct.HIKARI : PoolProduct.DBCP2;
    }

    private List<SpringValue> keysOf(String prefix, PoolProduct product) {
        String own =
                switch (product) {
                    case DRUID -> "druid";
                    case TOMCAT_JDBC -> "tomcat";
                    case DBCP2 -> "dbcp2";
                    default -> "hikari";
                };
        List<SpringValue> keys = new ArrayList<>();
        if (prefix.startsWith(DYNAMIC)) {
            keys.addAll(poolKeys(DYNAMIC, own));
        }
        boolean main = prefix.equals(MAIN) && !boundInCode(MAIN);
        boolean oldDruid = product == PoolProduct.DRUID || product == PoolProduct.C3P0;
        if ((!main && !prefix.startsWith(DYNAMIC))
                || (main && oldDruid && poolKeys(prefix, own).isEmpty())) {
            environment.under(prefix).stream()
                    .filter(value ->
                            value.name().indexOf('.') < 0 || value.name().startsWith("data-source-properties"))
                    .filter(value -> !isAddress(value.name()))
                    .forEach(keys::add);
        }
        if (product == PoolProduct.DRUID && main && !poolKeys(prefix, own).isEmpty()) {
            keys.removeIf(value -> value.name().indexOf('.') > 0);
        }
        keys.addAll(poolKeys(prefix, own));
        if (!main) {
            keys.addAll(environment.under(prefix + ".configuration"));
        }
        keys.removeIf(value -> isAddress(value.name()));
        return keys;
    }

    /** Whether code binds the pool itself to this prefix, so that pool keys stand right under it. */
    private boolean boundInCode(String prefix) {
        return facts.source().prefixes().stream()
                .anyMatch(bound ->
                        bound.pool() && SpringNames.kebab(bound.prefix()).equals(prefix));
    }

    private static boolean isAddress(String name) {
        String key = SpringName.uniform(name);
        return List.of(
                        "url",
                        "jdbcurl",
                        "username",
                        "user",
                        "password",
                        "driverclassname",
                        "type",
                        "name",
                        "platform",
                        "schema",
                        "data")
                .contains(key);
    }

    private List<SpringValue> poolKeys(String prefix) {
        List<SpringValue> all = new ArrayList<>();
        List.of("hikari", "druid", "tomcat", "dbcp2").forEach(pool -> all.addAll(poolKeys(prefix, pool)));
        return all;
    }

    private List<SpringValue> poolKeys(String prefix, String pool) {
        return environment.under(prefix + "." + pool);
    }

    private List<Written> driverProperties(String prefix) {
        List<Written> all = new ArrayList<>();
        for (String own : List.of(".hikari.data-source-properties", ".data-source-properties", ".xa.properties")) {
            all.addAll(written(environment.under(prefix + own)));
        }
        environment
                .first(
                        prefix + ".tomcat.connection-properties",
                        prefix + ".dbcp2.connection-properties",
                        prefix + ".druid.connection-properties")
                .ifPresent(value -> {
                    for (String pair : value.shown().split(";", -1)) {
                        int equals = pair.indexOf('=');
                        if (equals > 0) {
                            all.add(new Written(
                                    pair.substring(0, equals).strip(),
                                    pair.substring(equals + 1).strip(),
                                    value.origin()));
                        }
                    }
                });
        return all;
    }

    private static List<Written> written(List<SpringValue> values) {
        return values.stream().map(value -> written(value.name(), value)).toList();
    }

    private static Written written(String name, SpringValue value) {
        return new Written(name, value.shown(), value.origin());
    }

    private static boolean isEmbedded(SpringValue url) {
        String text = url.shown().strip().toLowerCase(Locale.ROOT);
        return EMBEDDED.stream().anyMatch(text::startsWith)
                || JdbcUrl.parse(url.shown(), url.origin())
                        .filter(one -> one.driver() == DatabaseDriver.OTHER
                                && one.hosts().isEmpty()
                                && one.complete())
                        .isPresent();
    }
}
