package io.poolwright.diagnose.hypotheses;

/** Full names of the settings that the hypotheses speak of, in their products' own words. */
final class SettingNames {
    static final String HIKARI = "spring.datasource.hikari.";
    static final String MAXIMUM_POOL_SIZE = HIKARI + "maximum-pool-size";
    static final String CONNECTION_TIMEOUT = HIKARI + "connection-timeout";
    static final String MAX_LIFETIME = HIKARI + "max-lifetime";
    static final String LEAK_DETECTION_THRESHOLD = HIKARI + "leak-detection-threshold";
    static final String SOCKET_TIMEOUT = HIKARI + "data-source-properties.socketTimeout";
    static final String MAXCONN = "maxconn";

    private SettingNames() {}
}
