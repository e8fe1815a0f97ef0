package io.poolwright.config.jdbc;

import io.poolwright.config.pool.Effective;
import io.poolwright.config.pool.Placeholder;
import io.poolwright.config.pool.Written;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The limit on a statement's time that a session asks its server for: in the address ({@code options=-c
 * statement_timeout=10s}, {@code sessionVariables=max_execution_time=10000}) or in a statement that runs on each new
 * connection ({@code SET statement_timeout = '10s'}).
 *
 * <p>Units: PostgreSQL's {@code statement_timeout} milliseconds unless one is written; MySQL's {@code max_execution_time}
 * milliseconds; MariaDB's {@code max_statement_time} seconds. Sources: the servers' manuals.
 */
public final class SessionLimits {
    private static final Pattern LIMIT = Pattern.compile(
            "(statement_timeout|max_execution_time|max_statement_time)\\s{0,20}(?:=|\\sTO\\s|\\s)\\s{0,20}"
                    + "(?:'([^']{0,40})'|\"([^\"]{0,40})\"|([^\\s,;&'\"]{1,40}))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("([0-9]{1,15})(?:\\.[0-9]{1,9})?\\s{0,9}(us|ms|s|min|h|d|)");

    private SessionLimits() {}

    /**
     * The limit in force for a session.
     *
     * @param initSql what the pool runs on a new connection, when it runs something
     * @return empty when the session does not ask for one; zero written is {@link Effective#FOREVER}
     */
    public static Optional<Effective> statementTimeout(DriverSettings settings, Optional<Written> initSql) {
        Optional<Written> inAddress =
                settings.all().find(settings.driver() == DatabaseDriver.PGJDBC ? "options" : "sessionVariables");
        return initSql.flatMap(SessionLimits::read).or(() -> inAddress.flatMap(SessionLimits::read));
    }

    private static Optional<Effective> read(Written written) {
        Matcher limit = LIMIT.matcher(written.text());
        Optional<Effective> last = Optional.empty();
        while (limit.find()) {
            String name = limit.group(1).toLowerCase(Locale.ROOT);
            String value =
                    limit.group(2) != null ? limit.group(2) : limit.group(3) != null ? limit.group(3) : limit.group(4);
            last = Optional.of(effective(name, String.valueOf(value).strip(), written));
        }
        return last;
    }

    private static Effective effective(String name, String value, Written written) {
        OptionalLong millis = millis(value, name.equals("max_statement_time") ? 1_000 : 1);
        if (millis.isPresent()) {
            return Effective.kept(name, written, millis.getAsLong()).endlessAtZero();
        }
        return Effective.kept(name, written, 0)
                .unknownFor(Placeholder.in(value) ? value : "'%s' is not a time".formatted(value));
    }

    private static OptionalLong millis(String text, long bare) {
        Matcher time = TIME.matcher(text.toLowerCase(Locale.ROOT));
        if (!time.matches()) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(time.group(1));
        return OptionalLong.of(
                switch (time.group(2)) {
                    case "us" -> number / 1_000;
                    case "ms" -> number;
                    case "s" -> Math.multiplyExact(number, 1_000);
                    case "min" -> Math.multiplyExact(Math.min(number, 1_000_000_000), 60_000);
                    case "h" -> Math.multiplyExact(Math.min(number, 100_000_000), 3_600_000);
                    case "d" -> Math.multiplyExact(Math.min(number, 10_000_000), 86_400_000);
                    default -> Math.multiplyExact(number, bare);
                });
    }
}
