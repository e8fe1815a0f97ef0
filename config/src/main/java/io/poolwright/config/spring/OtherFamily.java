package io.poolwright.config.spring;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.build.ModuleBuild;
import io.poolwright.config.datasource.DataSourceParts;
import io.poolwright.config.pool.PoolProduct;
import io.poolwright.config.pool.Written;
import io.poolwright.config.spring.OtherFrameworks.Framework;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of an application of Quarkus or Micronaut.
 *
 * <p>Sources: Quarkus guides, "Datasources" and "HTTP reference" (idle limit 30 min); Micronaut SQL, "Configuring JDBC" (HikariCP's
 * keys right under the data source's name).
 */
final class OtherFamily {
    private static final String QUARKUS = "quarkus.datasource";
    private static final int USUAL_PORT = 8080;

    private final Framework framework;
    private final ApplicationFacts facts;
    private final SpringSettings settings;
    private final SpringEnvironment environment;

    OtherFamily(
            Framework framework,
            ApplicationFacts facts,
            SpringEnvironment environment,
            List<SpringFile> files,
            Launch launch) {
        this.framework = framework;
        this.facts = facts;
        this.environment = framework == Framework.QUARKUS ? production(environment, files, launch) : environment;
        this.settings = new SpringSettings(this.environment, "application '" + facts.name() + "'");
    }

    /** Keys with {@code %prod.} in front take the place of plain ones. */
    private static SpringEnvironment production(SpringEnvironment environment, List<SpringFile> files, Launch launch) {
        List<SpringSource> sources = new ArrayList<>(launch.sources());
        List<SpringProperty> all = new ArrayList<>();
        files.forEach(file -> file.documents().forEach(document -> all.addAll(document.properties())));
        sources.add(SpringSource.named(OtherFrameworks.quarkusInProduction(all)));
        return new SpringEnvironment(List.of("prod"), sources, environment.notes());
    }

    void addTo(Assembly into) {
        String product = framework.name().toLowerCase(Locale.ROOT);
        into.add(Part.of(Kind.APPLICATION, product, facts.id(), facts.name(), facts.origin())
                .service(facts.service())
                .build());
        if (framework == Framework.QUARKUS) {
            quarkusServer(into);
            quarkusPools().forEach(part -> into.add(part));
        } else {
            micronautServer(into);
            micronautPools().forEach(part -> into.add(part));
        }
    }

    private void quarkusServer(Assembly into) {
        Part.Builder part = server("quarkus-http", "quarkus.http.port");
        part.with(
                Role.SERVER_KEEP_ALIVE,
                settings.time(
                        ChronoUnit.SECONDS,
                        settings.unset("quarkus.http.idle-timeout", Duration.ofMinutes(30), "Quarkus"),
                        "quarkus.http.idle-timeout"));
        part.with(
                Role.WORKERS,
                settings.count(
                        settings.unknown("quarkus.thread-pool.max-threads", "by default it depends on the processors"),
                        "quarkus.thread-pool.max-threads"));
        into.add(part.build());
    }

    private void micronautServer(Assembly into) {
        into.add(server("micronaut-http", "micronaut.server.port").build());
    }

    private Part.Builder server(String product, String portName) {
        Setting<Long> port = settings.count(settings.unset(portName, (long) USUAL_PORT, framework.name()), portName);
        Part.Builder part = Part.of(Kind.APP_SERVER, product, facts.id() + "/app-server", facts.name(), facts.origin())
                .parent(facts.id())
                .service(facts.service())
                .with(port);
        Optional<Integer> number = port.isKnown() ? Optional.of(port.get().intValue()) : Optional.empty();
        return part.listens(new Address("*", number, port.origin()));
    }

    private List<Part> quarkusPools() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("default", QUARKUS);
        for (SpringValue value : environment.under(QUARKUS)) {
            int end = value.name().indexOf(".jdbc.");
            if (end > 0 && value.name().startsWith("\"")) {
                prefixes.putIfAbsent(
                        value.name().substring(0, end).replace("\"", ""),
                        QUARKUS + "." + value.name().substring(0, end));
            } else if (end > 0) {
                prefixes.putIfAbsent(
                        value.name().substring(0, end),
                        QUARKUS + "." + value.name().substring(0, end));
            }
        }
        List<Part> parts = new ArrayList<>();
        prefixes.forEach((name, prefix) -> environment
                .get(prefix + ".jdbc.url")
                .filter(url -> !isEmbedded(url))
                .ifPresent(url ->
                        parts.addAll(source(PoolProduct.QUARKUS, name, url, environment.under(prefix + ".jdbc"), prefix)
                                .version(facts.build()
                                        .version("io.quarkus.platform", "quarkus-bom")
                                        .or(() -> facts.build().property("quarkus.platform.version"))
                                        .or(() -> facts.build().property("quarkusPlatformVersion"))
                                        .map(ModuleBuild.Found::version))
                                .properties(written(environment.under(prefix + ".jdbc.additional-jdbc-properties")))
                                .build())));
        return parts;
    }

    private List<Part> micronautPools() {
        List<Part> parts = new ArrayList<>();
        for (String name : OtherFrameworks.namesUnder(environment, "datasources")) {
            String prefix = "datasources." + name;
            environment
                    .get(prefix + ".url")
                    .filter(url -> !isEmbedded(url))
                    .ifPresent(
                            url -> parts.addAll(source(PoolProduct.HIKARI, name, url, environment.under(prefix), prefix)
                                    .version(facts.build()
                                            .version("com.zaxxer", "HikariCP")
                                            .map(ModuleBuild.Found::version))
                                    .properties(written(environment.under(prefix + ".data-source-properties")))
                                    .build()));
        }
        return parts;
    }

    private DataSourceParts source(
            PoolProduct product, String name, SpringValue url, List<SpringValue> all, String prefix) {
        List<SpringValue> keys = all.stream()
                .filter(value -> value.name().indexOf('.') < 0)
                .filter(value -> !List.of(
                                "url",
                                "username",
                                "password",
                                "driver",
                                "dialect",
                                "driverclassname",
                                "dbtype",
                                "schemagenerate")
                        .contains(SpringName.uniform(value.name())))
                .toList();
        return DataSourceParts.of(
                        product,
                        facts.id() + "/pool/" + name,
                        name,
                        keys.stream().map(SpringValue::declared).findFirst().orElse(url.declared()))
                .parent(facts.id())
                .service(facts.service())
                .settings(written(keys))
                .url(Optional.of(new Written("url", url.shown(), url.origin())))
                .user(environment
                        .get(prefix + ".username")
                        .map(user -> new Written("username", user.shown(), user.origin())));
    }

    private static boolean isEmbedded(SpringValue url) {
        String text = url.shown().strip().toLowerCase(Locale.ROOT);
        return text.startsWith("jdbc:h2")
                || text.startsWith("jdbc:hsqldb")
                || text.startsWith("jdbc:tc:")
                || text.startsWith("jdbc:derby");
    }

    private static List<Written> written(List<SpringValue> values) {
        return values.stream()
                .map(value -> new Written(value.name(), value.shown(), value.origin()))
                .toList();
    }
}
