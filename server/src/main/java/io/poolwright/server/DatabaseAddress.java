package io.poolwright.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PostgreSQL that holds the state, and the account to use there.
 *
 * @param url a JDBC address without a password in it
 */
public record DatabaseAddress(String url, String user, String password) {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final Pattern SECRET_INSIDE = Pattern.compile("(?i)[?&](password|sslpassword)=|//[^/@]*:[^/@]*@");

    static Optional<DatabaseAddress> of(Map<String, String> options, Map<String, String> environment) {
        Optional<String> user = given("user", options, environment);
        Optional<String> password = given("password", Map.of(), environment);
        String url = options.getOrDefault("database-url", "");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            throw new RefusedSettingException(
                    "--database-url: found something that does not begin with %s; ".formatted(PREFIX)
                            + "write: --database-url jdbc:postgresql://127.0.0.1:5432/poolwright");
        }
        if (SECRET_INSIDE.matcher(url).find()) {
            throw new RefusedSettingException("--database-url: found a password in the address, where every list of "
                    + "processes shows it; write it to a file and name that in POOLWRIGHT_DATABASE_PASSWORD_FILE");
        }
        return Optional.of(new DatabaseAddress(url, user.orElse("poolwright"), password.orElse("")));
    }

    /** From the option, else from the environment, else from the file that the environment names. */
    private static Optional<String> given(String what, Map<String, String> options, Map<String, String> environment) {
        String variable = "POOLWRIGHT_DATABASE_" + what.toUpperCase(Locale.ROOT);
        String direct = options.getOrDefault("database-" + what, environment.getOrDefault(variable, ""));
        if (!direct.isEmpty()) {
            return Optional.of(direct);
        }
        String file = environment.getOrDefault(variable + "_FILE", "");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException | InvalidPathException e) {
            throw new RefusedSettingException(
                    "%s_FILE: %s cannot be read; write: the path of a file with nothing but the %s in it"
                            .formatted(variable, file, what));
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s as %s".formatted(url, user);
    }
}
