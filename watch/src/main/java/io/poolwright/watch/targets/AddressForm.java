package io.poolwright.watch.targets;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;

/** Whether an address has the form that its kind needs; what is there is found out when it is asked. */
final class AddressForm {
    private AddressForm() {}

    static void check(TargetKind kind, String address, Origin at) {
        boolean fits =
                switch (kind) {
                    case PROMETHEUS, NGINX, PROMQL -> isWeb(address);
                    case HAPROXY -> isWeb(address) || isPath(address) || address.matches("[\\w.\\-]+:\\d{1,5}");
                    case HAPROXY_LOG, NGINX_LOG -> isPath(address);
                    case PGBOUNCER, POSTGRESQL -> address.startsWith("jdbc:postgresql:");
                    case MYSQL -> address.startsWith("jdbc:mariadb:") || address.startsWith("jdbc:mysql:");
                    case PHP_FPM -> isWeb(address) || address.startsWith("fcgi://") || isPath(address);
                    case OTLP -> false;
                    case JMX -> address.matches("pid:\\d{1,10}") || address.startsWith("service:jmx:rmi:");
                };
        if (!fits) {
            throw new ConfigSyntaxException(
                    at,
                    "address '" + withoutUser(address) + "' of a target of kind " + kind.id(),
                    "an address such as " + kind.example(),
                    "address: " + kind.example());
        }
    }

    private static boolean isWeb(String address) {
        return address.startsWith("http://") || address.startsWith("https://");
    }

    private static boolean isPath(String address) {
        return address.startsWith("/") || address.startsWith("./") || address.startsWith("unix:");
    }

    private static String withoutUser(String address) {
        return address.replaceAll("//[^/@]*@", "//(redacted)@");
    }
}
