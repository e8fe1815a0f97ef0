package io.poolwright.drill.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The checkout transaction: the customer's last orders, five products, a query of lognormal time, a new order, a
 * product's stock.
 */
final class Checkout {
    private static final int CUSTOMERS = 10_000;
    private static final int PRODUCTS = 10_000;
    private static final int HOT_PRODUCT = 1;

    private final ShopPool pool;

    Checkout(ShopPool pool) {
        this.pool = pool;
    }

    /**
     * Does it once. With more than one acquire the same work is cut at its seams: reads, query, writes.
     *
     * @param acquires connections taken one after the other, at least 1
     * @param seconds time that its query takes: the same at each attempt of one request
     */
    void run(Behaviour behaviour, int acquires, double seconds) throws SQLException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (acquires == 1) {
            transact(behaviour, connection -> {
                read(connection, random);
                query(connection, seconds, behaviour);
                write(connection, random);
            });
        } else {
            transact(Behaviour.NORMAL, connection -> read(connection, random));
            for (int i = 2; i < acquires; i++) {
                transact(Behaviour.NORMAL, connection -> query(connection, seconds / (acquires - 2), behaviour));
            }
            boolean queried = acquires > 2;
            transact(behaviour, connection -> {
                if (!queried) {
                    query(connection, seconds, behaviour);
                }
                write(connection, random);
            });
        }
    }

    /** How long the query of a new request takes, in seconds. */
    static double draw(Behaviour behaviour) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (random.nextInt(1000) < behaviour.slowPerMille()) {
            return random.nextDouble(1.5, 5);
        }
        return behaviour.demand().draw(random);
    }

    private void transact(Behaviour behaviour, Work work) throws SQLException {
        boolean leak = behaviour.leak() > 0 && ThreadLocalRandom.current().nextDouble() < behaviour.leak();
        Connection connection = pool.take();
        try {
            work.on(connection);
            connection.commit();
        } catch (SQLException e) {
            connection.close(); // HikariCP rolls back what is left open
            throw e;
        }
        if (leak) {
            pool.leak(connection);
        } else {
            connection.close();
        }
    }

    private static void read(Connection connection, ThreadLocalRandom random) throws SQLException {
        try (PreparedStatement orders = connection.prepareStatement(
                "SELECT id, product, created FROM orders WHERE customer = ? ORDER BY created DESC LIMIT 5")) {
            orders.setInt(1, 1 + random.nextInt(CUSTOMERS));
            drain(orders);
        }
        try (PreparedStatement products =
                connection.prepareStatement("SELECT id, name, stock FROM product WHERE id IN (?, ?, ?, ?, ?)")) {
            for (int i = 1; i <= 5; i++) {
                products.setInt(i, 1 + random.nextInt(PRODUCTS));
            }
            drain(products);
        }
    }

    private static void query(Connection connection, double seconds, Behaviour behaviour) throws SQLException {
        if (behaviour.hotRow()) {
            takeStock(connection, HOT_PRODUCT);
        }
        if (behaviour.demand().computes()) {
            compute(connection, seconds);
        } else {
            sleep(connection, seconds);
        }
    }

    private static void sleep(Connection connection, double seconds) throws SQLException {
        try (PreparedStatement sleep = connection.prepareStatement("SELECT pg_sleep(?)")) {
            sleep.setDouble(1, seconds);
            drain(sleep);
        }
    }

    /** In the target list the numbers are counted one by one; in FROM the database would first write them all down. */
    private static void compute(Connection connection, double seconds) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("SELECT count(*) FROM (SELECT generate_series(1, ?)) AS numbers")) {
            count.setInt(1, Math.max(1, (int) (seconds * Demand.NUMBERS_PER_SECOND)));
            drain(count);
        }
    }

    private static void write(Connection connection, ThreadLocalRandom random) throws SQLException {
        try (PreparedStatement order =
                connection.prepareStatement("INSERT INTO orders (customer, product) VALUES (?, ?)")) {
            order.setInt(1, 1 + random.nextInt(CUSTOMERS));
            order.setInt(2, 1 + random.nextInt(PRODUCTS));
            order.executeUpdate();
        }
        takeStock(connection, 1 + random.nextInt(PRODUCTS));
    }

    private static void takeStock(Connection connection, int product) throws SQLException {
        try (PreparedStatement stock =
                connection.prepareStatement("UPDATE product SET stock = stock - 1 WHERE id = ?")) {
            stock.setInt(1, product);
            stock.executeUpdate();
        }
    }

    private static void drain(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    /** Something done on one connection. */
    @FunctionalInterface
    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
