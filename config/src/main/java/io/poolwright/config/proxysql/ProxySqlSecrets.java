package io.poolwright.config.proxysql;

import java.util.Locale;

/** Takes passwords and credentials out of {@code proxysql.cnf} as it is read. */
final class ProxySqlSecrets {
    private ProxySqlSecrets() {}

    static String redacted(String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        boolean secret = key.contains("password") || key.contains("credentials") || key.contains("secret");
        return secret && !value.isEmpty() ? "(redacted)" : value;
    }
}
