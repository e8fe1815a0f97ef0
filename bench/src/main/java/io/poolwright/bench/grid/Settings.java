package io.poolwright.bench.grid;

/**
 * What is set for one point.
 *
 * @param pool largest and smallest size of each instance's pool (connections)
 * @param acquireTimeout longest wait for a connection (ms); HikariCP takes no less than 250
 * @param rate requests a second
 * @param socketTimeout silence after which the driver gives up on a query (s)
 * @param maxconn requests that the balancer sends one instance at once
 * @param instances of the application
 * @param tries of one transaction in all, by the application itself
 */
record Settings(int pool, int acquireTimeout, int rate, int socketTimeout, int maxconn, int instances, int tries) {

    /** The configuration that the shop is deployed with, but a transaction that fails is not tried again. */
    static Settings of(Workload workload) {
        return new Settings(20, 3000, workload.rate(), 30, 50, 2, 1);
    }

    Settings pool(int value) {
        return new Settings(value, acquireTimeout, rate, socketTimeout, maxconn, instances, tries);
    }

    Settings acquireTimeout(int value) {
        return new Settings(pool, value, rate, socketTimeout, maxconn, instances, tries);
    }

    Settings rate(int value) {
        return new Settings(pool, acquireTimeout, value, socketTimeout, maxconn, instances, tries);
    }

    Settings socketTimeout(int value) {
        return new Settings(pool, acquireTimeout, rate, value, maxconn, instances, tries);
    }

    Settings maxconn(int value) {
        return new Settings(pool, acquireTimeout, rate, socketTimeout, value, instances, tries);
    }

    Settings instances(int value) {
        return new Settings(pool, acquireTimeout, rate, socketTimeout, maxconn, value, tries);
    }

    Settings tries(int value) {
        return new Settings(pool, acquireTimeout, rate, socketTimeout, maxconn, instances, value);
    }
}
