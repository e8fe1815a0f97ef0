package io.poolwright.config.jdbc;

import io.poolwright.config.pool.Placeholder;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Takes the address of a database apart, piece by piece, as the drivers do.
 *
 * <p>Sources: {@code Driver.parseURL} of pgjdbc; {@code ConnectionUrlParser} of Connector/J; {@code Configuration} of
 * MariaDB's driver; the wrappers' manuals. Nothing is refused: what cannot be taken apart is left out.
 */
final class JdbcUrlReader {
    private static final Set<String> WRAPPERS = Set.of(
            "p6spy", "otel", "tc", "log4jdbc", "tracing", "opentelemetry", "aws-wrapper", "wrap-jdbc", "datadog");
    private static final int LONGEST = 20_000;

    private JdbcUrlReader() {}

    static Optional<JdbcUrl> read(String written, Origin origin) {
        String text = written.strip();
        String scheme = text.length() < 5
                ? ""
                : text.substring(0, Math.min(6, text.length())).toLowerCase(Locale.ROOT);
        boolean reactive = scheme.startsWith("r2dbc:") || scheme.startsWith("r2dbcs");
        if (text.length() > LONGEST || !(scheme.startsWith("jdbc:") || reactive)) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        int at = words(text, text.indexOf(':') + 1, words);
        String wrapper = "";
        boolean pooled = false;
        while (!words.isEmpty()) {
            String word = words.get(0).toLowerCase(Locale.ROOT);
            if (reactive && word.equals("pool")) {
                pooled = true;
            } else if (WRAPPERS.contains(word)) {
                wrapper = word;
            } else {
                break;
            }
            words.remove(0);
        }
        // Testcontainers puts the image's version behind the name: jdbc:tc:postgresql:16:///db
        String subprotocol = words.isEmpty() ? "" : words.get(0);
        DatabaseDriver driver = DatabaseDriver.named(subprotocol, reactive);
        String mode = words.size() > 1 ? String.join(":", words.subList(1, words.size())) : "";
        return Optional.of(assemble(text, at, driver, mode, pooled, wrapper, origin));
    }

    /** Reads {@code word:} after {@code word:} and says where the rest begins: at the slashes or at a last word. */
    private static int words(String text, int from, List<String> words) {
        int at = from;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
            boolean more = end < text.length() && text.charAt(end) == ':';
            boolean slashes = text.startsWith("//", end);
            if (end == at || !(more || slashes)) {
                return at;
            }
            words.add(text.substring(at, end));
            if (slashes) {
                return end; // jdbc:mariadb:sequential//h, without a colon
            }
            at = end + 1;
        }
        return at;
    }

    private static boolean isWord(char letter) {
        return Character.isLetterOrDigit(letter) || "+-_.".indexOf(letter) >= 0;
    }

    private static JdbcUrl assemble(
            String text, int at, DatabaseDriver driver, String mode, boolean pooled, String wrapper, Origin origin) {
        String rest = text.substring(Math.min(at, text.length()));
        boolean semicolons = driver == DatabaseDriver.SQL_SERVER || driver == DatabaseDriver.OTHER;
        int mark = Authority.outsideBraces(rest, '?', false);
        int query = semicolons && mark < 0 ? Authority.outsideBraces(rest, ';', false) : mark;
        String front = query < 0 ? rest : rest.substring(0, query);
        Map<String, String> parameters =
                query < 0 ? Map.of() : parameters(driver, rest.substring(query + 1), semicolons);
        Authority authority = Authority.of(front, driver);
        String shown = Authority.withoutSecrets(text, semicolons);
        Optional<String> user = authority
                .user()
                .or(() -> Optional.ofNullable(parameters.get("user")))
                .filter(name -> !name.isEmpty());
        return new JdbcUrl(
                driver,
                mode,
                authority.hosts(),
                authority.database(),
                user,
                parameters,
                pooled,
                wrapper,
                !Placeholder.in(text),
                shown,
                origin);
    }

    private static Map<String, String> parameters(DatabaseDriver driver, String query, boolean semicolons) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String plain = query.replace("&amp;", "&");
        StringTokenizer pieces = new StringTokenizer(plain, semicolons ? ";&" : "&");
        while (pieces.hasMoreTokens()) {
            String pair = pieces.nextToken().strip();
            int equals = pair.indexOf('=');
            if (pair.isEmpty() || equals == 0) {
                continue;
            }
            String key = equals < 0 ? pair : pair.substring(0, equals).strip();
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.remove(key);
            parameters.put(
                    key,
                    Authority.secret(key)
                            ? Authority.REDACTED
                            : driver == DatabaseDriver.MARIADB ? value : PercentCode.decode(value));
        }
        return parameters;
    }
}
