package io.poolwright.telemetry.jmx;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/** A database driver without a database: its connections do nothing, and are always well. */
public final class FakeDriver implements Driver {
    static final String URL = "jdbc:fake://somebody:sesame-in-url@db/shop?password=sesame-in-parameter";

    static {
        try {
            DriverManager.registerDriver(new FakeDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public Connection connect(String url, Properties info) {
        return acceptsURL(url) ? idle(Connection.class) : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith("jdbc:fake:");
    }

    private static <T> T idle(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                FakeDriver.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Class<?> returned = method.getReturnType();
                    return switch (method.getName()) {
                        case "isValid", "getAutoCommit" -> true;
                        case "toString" -> "idle";
                        case "hashCode" -> System.identityHashCode(self);
                        case "equals" -> self == arguments[0];
                        case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
                        default ->
                            returned == boolean.class
                                    ? (Object) false
                                    : returned == int.class
                                            ? (Object) 0
                                            : returned.isInterface() ? other(returned) : null;
                    };
                }));
    }

    private static Object other(Class<?> type) {
        return type.getName().startsWith("java.sql.") ? idle(type) : null;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
