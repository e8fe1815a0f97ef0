package io.poolwright.config.datasource;

import io.poolwright.config.jdbc.JdbcUrl;
import io.poolwright.config.pool.PoolProduct;
import io.poolwright.config.pool.PoolSettings;
import io.poolwright.config.pool.Written;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One data source of an application: what a team wrote for its pool and its driver, on the way to a {@code POOL} part and,
 * when an address is known, the {@code DRIVER} part below it.
 *
 * <p>For every reader of a framework: Spring, Quarkus, Tomcat's resources, HikariCP's own file.
 */
public final class DataSourceParts {
    final PoolProduct product;
    final String id;
    final String name;
    final Origin origin;
    final List<Written> settings = new ArrayList<>();
    final List<Written> properties = new ArrayList<>();
    final List<Setting<?>> more = new ArrayList<>();
    Optional<String> parent = Optional.empty();
    Optional<String> service = Optional.empty();
    Optional<Version> version = Optional.empty();
    Optional<Written> url = Optional.empty();
    Optional<Written> user = Optional.empty();
    Optional<Written> driverClass = Optional.empty();
    boolean propertiesFile;

    private DataSourceParts(PoolProduct product, String id, String name, Origin origin) {
        this.product = product;
        this.id = id;
        this.name = name;
        this.origin = origin;
    }

    /**
     * A data source to be filled.
     *
     * @param id of the pool's part, unique in the stack; the driver's is this and {@code /driver}
     * @param name what people call it
     * @param origin the line that brings the pool in: the resource, the first line under the pool's prefix, or the address
     */
    public static DataSourceParts of(PoolProduct product, String id, String name, Origin origin) {
        return new DataSourceParts(product, id, name, origin);
    }

    /** The part that the pool belongs to. */
    public DataSourceParts parent(String partId) {
        this.parent = Optional.of(partId);
        return this;
    }

    /** The service that runs it. */
    public DataSourceParts service(Optional<String> serviceId) {
        this.service = serviceId;
        return this;
    }

    /** The pool's version; Quarkus' own for its pool. Without it, what differs by version is unknown. */
    public DataSourceParts version(Optional<Version> written) {
        this.version = written;
        return this;
    }

    /** The pool's settings, keys without the framework's prefix, in any spelling; a later one wins. */
    public DataSourceParts settings(List<Written> written) {
        this.settings.addAll(written);
        return this;
    }

    /** The address of the database. */
    public DataSourceParts url(Optional<Written> written) {
        this.url = written;
        return this;
    }

    /** What is handed to the driver beside the address, by the driver's own keys. */
    public DataSourceParts properties(List<Written> written) {
        this.properties.addAll(written);
        return this;
    }

    /** The user, when it is written outside of the address. */
    public DataSourceParts user(Optional<Written> written) {
        this.user = written;
        return this;
    }

    /** The driver's class, when somebody named it. */
    public DataSourceParts driverClass(Optional<Written> written) {
        this.driverClass = written;
        return this;
    }

    /** A setting of the framework around the pool that the pool's rules ask for, such as an ORM's. */
    public DataSourceParts with(Setting<?> setting) {
        this.more.add(setting);
        return this;
    }

    /** HikariCP reads this file itself, suffixes included. */
    public DataSourceParts fromHikarisOwnFile() {
        this.propertiesFile = true;
        return this;
    }

    /** The pool's part, and the driver's when the address is readable and its driver is one of a database server. */
    public List<Part> build() {
        PoolSettings all = PoolSettings.of(settings);
        Optional<Written> address = url.or(() -> all.find("jdbcUrl", "url"));
        Optional<JdbcUrl> parsed = address.flatMap(written -> JdbcUrl.parse(written.text(), written.origin()));
        List<Part> parts = new ArrayList<>();
        parts.add(new PoolPart(this, all, address, parsed).build());
        parsed.filter(one -> !one.testcontainers()).ifPresent(one -> parts.add(new DriverPart(this, all, one).build()));
        return parts;
    }
}
