package io.poolwright.config.tomcat;

import io.poolwright.config.datasource.DataSourceParts;
import io.poolwright.config.datasource.PoolClasses;
import io.poolwright.config.pool.PoolProduct;
import io.poolwright.config.pool.Written;
import io.poolwright.config.xml.XmlAttribute;
import io.poolwright.config.xml.XmlElement;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * A {@code <Resource>} that is a data source.
 *
 * <p>Source: Tomcat 9 to 11, "JNDI Datasource How-To": without a factory of its own a {@code javax.sql.DataSource} comes from
 * Tomcat's copy of Commons DBCP 2, whose factory does not read the {@code maxActive} and {@code maxWait} of DBCP 1; Tomcat 7
 * had DBCP 1 and read them.
 */
final class TomcatResource {
    private static final List<String> OF_DBCP_1 = List.of("maxActive", "maxWait");

    private TomcatResource() {}

    static Optional<PoolProduct> pool(XmlElement resource) {
        String factory = resource.value("factory");
        String type = resource.value("type");
        Optional<PoolProduct> byClass = PoolClasses.of(factory).or(() -> PoolClasses.of(type));
        boolean plain = factory.isEmpty() && type.endsWith("sql.DataSource");
        return byClass.or(() -> plain ? Optional.of(PoolProduct.DBCP2) : Optional.empty());
    }

    static DataSourceParts source(XmlElement resource, PoolProduct pool, String id) {
        Origin origin = resource.origin();
        List<Written> settings = new ArrayList<>();
        List<Written> properties = new ArrayList<>();
        for (XmlAttribute attribute : resource.attributes()) {
            if (attribute.name().startsWith("dataSource.")) {
                properties.add(new Written(
                        attribute.name().substring("dataSource.".length()), attribute.value(), attribute.origin()));
            } else if (attribute.name().equals("connectionProperties")) {
                properties.addAll(pairs(attribute));
            } else {
                settings.add(new Written(attribute.name(), attribute.value(), attribute.origin()));
            }
        }
        if (pool == PoolProduct.DBCP2 && resource.value("factory").isEmpty()) {
            OF_DBCP_1.forEach(old -> olderTomcat(resource, old).ifPresent(settings::add));
        }
        String name = resource.value("name").isEmpty() ? "data source" : resource.value("name");
        DataSourceParts source = DataSourceParts.of(pool, id, name, origin)
                .settings(settings)
                .properties(properties)
                .url(written(resource, "url").or(() -> written(resource, "jdbcUrl")))
                .user(written(resource, "username").or(() -> written(resource, "user")))
                .driverClass(written(resource, "driverClassName").or(() -> written(resource, "driverClass")));
        return pool == PoolProduct.HIKARI
                ? source.fromHikarisOwnFile()
                : source; // its JNDI factory reads as its file does
    }

    /** A setting that Tomcat 7 reads and later ones do not: what is in force hangs on the version. */
    private static Optional<Written> olderTomcat(XmlElement resource, String old) {
        String now = old.equals("maxActive") ? "maxTotal" : "maxWaitMillis";
        return resource.attribute(now).isPresent()
                ? Optional.empty()
                : resource.attribute(old)
                        .map(one -> new Written(now, "${the version of Tomcat (7 reads " + old + ")}", one.origin()));
    }

    private static List<Written> pairs(XmlAttribute attribute) {
        List<Written> pairs = new ArrayList<>();
        StringTokenizer pieces = new StringTokenizer(attribute.value(), ";");
        while (pieces.hasMoreTokens()) {
            String piece = pieces.nextToken().strip();
            int equals = piece.indexOf('=');
            if (equals > 0) {
                pairs.add(new Written(
                        piece.substring(0, equals).strip(), piece.substring(equals + 1), attribute.origin()));
            }
        }
        return pairs;
    }

    private static Optional<Written> written(XmlElement resource, String name) {
        return resource.attribute(name).map(one -> new Written(name, one.value(), one.origin()));
    }
}
