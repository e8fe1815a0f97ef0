package io.poolwright.cli.commands;

import io.poolwright.cli.UnmetNeedException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code poolwright server}: the part that is left running. It is found by its name, so that no other command loads its libraries. */
@Command(
        name = "server",
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class,
        description = "Runs until it is told to end: web interface, API, and what is remembered.",
        footerHeading = "%nExit codes%n",
        footer = {
            "  2  a setting is wrong, an address is taken, or the state cannot be opened; one line says what",
            "143  it was told to end, and did",
            "",
            "Every option may come from the environment: POOLWRIGHT_LISTEN=127.0.0.1:8610. The password of a database",
            "comes only from POOLWRIGHT_DATABASE_PASSWORD, or from the file that POOLWRIGHT_DATABASE_PASSWORD_FILE names."
        })
public final class ServerCommand implements Callable<Integer> {
    private static final String SERVER = "io.poolwright.server.Server";

    @Option(names = "--config", paramLabel = "FILE", description = "The poolwright.yaml that names what to watch.")
    private @Nullable String config;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the state is kept (default: ~/.local/share/poolwright).")
    private @Nullable String data;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where to listen (default: 127.0.0.1:8610); port 0 takes a free one and prints it.")
    private @Nullable String listen;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "A PostgreSQL 15 or later to keep the state in: jdbc:postgresql://HOST/DATABASE.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            description = "The account to use there (default: poolwright).")
    private @Nullable String databaseUser;

    @Option(
            names = "--behind-proxy",
            description = "A proxy in front ends TLS: cookies are Secure, and X-Forwarded-* counts when it comes from a"
                    + " private address.")
    private boolean behindProxy;

    @Option(
            names = "--reset-administrator",
            description = "Gives the account 'admin' a new one-time password and prints it.")
    private boolean resetAdministrator;

    @Override
    public Integer call() {
        Map<String, String> options = new HashMap<>();
        put(options, "config", config);
        put(options, "data", data);
        put(options, "listen", listen);
        put(options, "database-url", databaseUrl);
        put(options, "database-user", databaseUser);
        put(options, "behind-proxy", Boolean.toString(behindProxy));
        put(options, "reset-administrator", Boolean.toString(resetAdministrator));
        return server().applyAsInt(options);
    }

    private static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    @SuppressWarnings("unchecked") // the class of that name is ours and is such a function
    private static ToIntFunction<Map<String, String>> server() {
        try {
            return Class.forName(SERVER)
                    .asSubclass(ToIntFunction.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new UnmetNeedException(
                    "this jar was built without the server; build it with: ./mvnw -pl cli -am package");
        }
    }
}
