package io.poolwright.drill.shop;

import io.poolwright.drill.stack.PropertiesFile;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The shop's {@code application.properties}, read under the names that Spring Boot gives these settings.
 *
 * @param values every key with its value
 */
record ShopSettings(Map<String, String> values) {
    private static final String DRIVER_PROPERTY = "spring.datasource.hikari.data-source-properties.";

    ShopSettings {
        values = Map.copyOf(values);
    }

    static ShopSettings of(PropertiesFile file) {
        return new ShopSettings(file.values());
    }

    String text(String key) {
        return Optional.ofNullable(values.get(key))
                .orElseThrow(() -> new IllegalArgumentException("application.properties: no line sets " + key));
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }

    /** What the JDBC driver itself is told, under its own names. */
    Properties driverProperties() {
        Properties properties = new Properties();
        new TreeMap<>(values).forEach((key, value) -> {
            if (key.startsWith(DRIVER_PROPERTY)) {
                properties.setProperty(key.substring(DRIVER_PROPERTY.length()), value);
            }
        });
        return properties;
    }
}
