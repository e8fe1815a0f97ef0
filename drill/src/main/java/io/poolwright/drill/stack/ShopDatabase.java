package io.poolwright.drill.stack;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The shop's role, database and rows: 400 000 orders of 10 000 customers, and 10 000 products. */
public final class ShopDatabase {
    /** Name of both the role and the database. */
    public static final String SHOP = "shop";

    /** The index that a drill may take away. */
    public static final String CREATE_INDEX =
            "CREATE INDEX IF NOT EXISTS orders_customer_created ON orders (customer, created)";

    private ShopDatabase() {}

    /** Makes the role and the database; refuses where either exists, for it is not ours. */
    public static void create(Database server, String password) throws SQLException {
        try (Connection connection = server.connect("postgres", "poolwright-seed");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE shop LOGIN NOSUPERUSER PASSWORD '" + password + "'");
            // As the manual of any watcher asks: whoever watches may see the sessions of everybody.
            statement.execute("GRANT pg_monitor TO shop");
            statement.execute("CREATE DATABASE shop OWNER shop");
        }
    }

    /** Fills the database as its owner would. */
    public static void seed(Database server, String password) throws SQLException {
        try (Connection connection = server.connect(SHOP, SHOP, password, "poolwright-seed");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false); // rows that follow CREATE TABLE in one transaction need no write-ahead log
            statement.execute("SET LOCAL maintenance_work_mem = '128MB'");
            statement.execute("CREATE TABLE product (id int, name text NOT NULL, stock int NOT NULL)");
            statement.execute(
                    "INSERT INTO product SELECT n, 'product ' || n, 1000000 FROM generate_series(1, 10000) n");
            statement.execute("ALTER TABLE product ADD PRIMARY KEY (id), SET (fillfactor = 50)");
            statement.execute("CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY, customer int NOT NULL,"
                    + " product int NOT NULL, created timestamptz NOT NULL DEFAULT now())");
            statement.execute("INSERT INTO orders (customer, product, created)"
                    + " SELECT n % 10000 + 1, n % 9973 + 1, now() - n * interval '1 s'"
                    + " FROM generate_series(1, 400000) n");
            statement.execute(CREATE_INDEX);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("ANALYZE");
        }
    }

    /** Takes both away again, on a server that outlives the run. */
    public static void drop(Database server) throws SQLException {
        try (Connection connection = server.connect("postgres", "poolwright-seed");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS shop WITH (FORCE)");
            statement.execute("DROP ROLE IF EXISTS shop");
        }
    }
}
