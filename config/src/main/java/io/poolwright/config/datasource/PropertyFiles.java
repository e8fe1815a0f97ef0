package io.poolwright.config.datasource;

import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.pool.PoolProduct;
import io.poolwright.config.pool.Written;
import io.poolwright.config.properties.PropertiesText;
import io.poolwright.config.properties.PropertyLine;
import io.poolwright.config.source.SourceFile;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Adds the pool of each properties file that a pool reads by itself: {@code hikari.properties}, {@code c3p0.properties},
 * {@code druid.properties}, {@code dbcp.properties} and {@code vibur-dbcp-config.properties}. It goes by the file's name.
 */
public final class PropertyFiles implements Assembler {
    private static final String FORMAT = "pool properties";

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        Stream.concat(sources.tree().files().stream(), into.embedded().stream())
                .filter(file -> !file.relative().contains("src/test/"))
                .forEach(file -> product(file.name().toLowerCase(Locale.ROOT)).ifPresent(product -> sources.parse(
                                file, FORMAT, one -> PropertiesText.parse(one.path(), one.text(), one.linesBefore()))
                        .filter(lines -> !lines.isEmpty())
                        .ifPresent(lines -> add(file, product, lines, into))));
    }

    private static Optional<PoolProduct> product(String name) {
        if (!name.endsWith(".properties")) {
            return Optional.empty();
        }
        if (name.startsWith("hikari") || name.endsWith("hikari.properties") || name.endsWith("hikaricp.properties")) {
            return Optional.of(PoolProduct.HIKARI);
        }
        return switch (name) {
            case "c3p0.properties" -> Optional.of(PoolProduct.C3P0);
            case "druid.properties" -> Optional.of(PoolProduct.DRUID);
            case "dbcp.properties", "dbcp2.properties" -> Optional.of(PoolProduct.DBCP2);
            case "vibur-dbcp-config.properties" -> Optional.of(PoolProduct.VIBUR);
            default -> Optional.empty();
        };
    }

    private static void add(SourceFile file, PoolProduct product, List<PropertyLine> lines, Assembly into) {
        List<Workload> running = into.running(file.relative());
        if (running.isEmpty()) {
            family(file, product, lines, "", Optional.empty(), into);
        }
        running.forEach(workload -> family(
                file,
                product,
                lines,
                "@" + workload.service().name(),
                Optional.of(workload.service().id()),
                into));
    }

    private static void family(
            SourceFile file,
            PoolProduct product,
            List<PropertyLine> lines,
            String run,
            Optional<String> service,
            Assembly into) {
        List<Written> settings = new ArrayList<>();
        List<Written> properties = new ArrayList<>();
        for (PropertyLine line : lines) {
            boolean ofDriver = line.key().startsWith("dataSource.");
            String key = line.key().substring(ofDriver ? "dataSource.".length() : 0);
            String plain =
                    key.startsWith("c3p0.") || key.startsWith("druid.") ? key.substring(key.indexOf('.') + 1) : key;
            (ofDriver ? properties : settings).add(new Written(plain, line.value(), line.origin()));
        }
        String program = file.relative() + run + "/application/" + file.name();
        into.add(Part.of(
                        Kind.APPLICATION,
                        "java",
                        program,
                        file.name(),
                        lines.get(0).origin())
                .service(service)
                .build());
        DataSourceParts source = DataSourceParts.of(
                        product,
                        program + "/pool",
                        name(settings, file),
                        lines.get(0).origin())
                .parent(program)
                .service(service)
                .settings(settings)
                .properties(properties);
        (product == PoolProduct.HIKARI ? source.fromHikarisOwnFile() : source)
                .build()
                .forEach(into::add);
    }

    private static String name(List<Written> settings, SourceFile file) {
        return settings.stream()
                .filter(setting -> Written.canonical(setting.name()).equals("poolname"))
                .map(Written::text)
                .findFirst()
                .orElse(file.name());
    }
}
