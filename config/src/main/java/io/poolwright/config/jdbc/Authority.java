package io.poolwright.config.jdbc;

import io.poolwright.config.pool.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in front of an address's parameters: user, hosts, ports, database.
 *
 * @param hosts in the order written
 */
record Authority(List<HostPort> hosts, Optional<String> database, Optional<String> user) {
    static final String REDACTED = "(redacted)";

    private static final Pattern SECRET_KEY =
            Pattern.compile("password|passwd|pwd|secret|token|credential|private-?key|passphrase");
    private static final String SECRET_NAME =
            "[\\w.-]{0,60}(?:password|passwd|pwd|secret|token|passphrase|credential)[\\w.-]{0,60}";
    private static final Pattern IN_BRACES = Pattern.compile("(?i)(\\(\\s*" + SECRET_NAME + "\\s*=)[^)]*");
    private static final Pattern IN_LIST = Pattern.compile("(?i)((?<![(\\w.-])" + SECRET_NAME + "\\s*=)[^&;]*");
    private static final Pattern IN_QUERY = Pattern.compile("(?i)((?<![(\\w.-])" + SECRET_NAME + "\\s*=)[^&]*");
    private static final Pattern USER_INFO = Pattern.compile("(//[^/?#\\s:@]{0,500}:)[^/?#\\s]*@");
    private static final Pattern ORACLE_SECRET = Pattern.compile("(:thin:[^/@\\s]{0,200}/)[^@\\s]*@");
    private static final Pattern KEY_VALUE =
            Pattern.compile("\\(\\s*(\\w{1,60})\\s*=([^()]*)\\)|(\\w{1,60})\\s*=([^,()]*)");

    static boolean secret(String key) {
        return SECRET_KEY.matcher(key.toLowerCase(Locale.ROOT)).find();
    }

    static String withoutSecrets(String text, boolean semicolons) {
        String braces = IN_BRACES.matcher(text).replaceAll("$1" + REDACTED);
        String pairs = (semicolons ? IN_LIST : IN_QUERY).matcher(braces).replaceAll("$1" + REDACTED);
        String user = USER_INFO.matcher(pairs).replaceAll("$1" + REDACTED + "@");
        return ORACLE_SECRET.matcher(user).replaceAll("$1" + REDACTED + "@");
    }

    static Authority of(String front, DatabaseDriver driver) {
        if (driver == DatabaseDriver.ORACLE || driver == DatabaseDriver.OTHER) {
            return new Authority(List.of(), Optional.empty(), Optional.empty());
        }
        if (!front.startsWith("//")) {
            return withoutHost(front, driver);
        }
        String rest = front.substring(2);
        int slash = slash(rest);
        String servers = slash < 0 ? rest : rest.substring(0, slash);
        Optional<String> database = Optional.of(slash < 0 ? "" : rest.substring(slash + 1))
                .map(name -> name.endsWith("/") ? name.substring(0, name.length() - 1) : name)
                .map(PercentCode::decode)
                .filter(name -> !name.isBlank());
        return servers(servers, driver, database);
    }

    private static Authority withoutHost(String front, DatabaseDriver driver) {
        String name = front.startsWith("/") ? front.substring(1) : front;
        boolean local = driver == DatabaseDriver.PGJDBC; // jdbc:postgresql:db is localhost
        return new Authority(
                local ? List.of(new HostPort("localhost", OptionalInt.of(driver.defaultPort()))) : List.of(),
                Optional.of(name).filter(known -> !known.isBlank()),
                Optional.empty());
    }

    private static Authority servers(String written, DatabaseDriver driver, Optional<String> database) {
        int at = outsideBraces(written, '@', true);
        Optional<String> user = at < 0
                ? Optional.empty()
                : Optional.of(name(written.substring(0, at))).filter(name -> !name.isBlank());
        String servers = at < 0 ? written : written.substring(at + 1);
        List<HostPort> hosts = new ArrayList<>();
        for (String server : split(servers)) {
            if (!server.isBlank()) {
                hosts.add(server(server.strip(), driver));
            }
        }
        if (hosts.isEmpty() && driver.timed()) {
            hosts.add(new HostPort("localhost", OptionalInt.of(driver.defaultPort())));
        }
        return new Authority(hosts, database, user);
    }

    private static String name(String userInfo) {
        int colon = outsideBraces(userInfo, ':', false);
        return colon < 0 ? userInfo : userInfo.substring(0, colon);
    }

    private static HostPort server(String text, DatabaseDriver driver) {
        if (text.contains("(") && text.toLowerCase(Locale.ROOT).contains("host")) {
            return pairs(text, driver);
        }
        int bracket = text.lastIndexOf(']');
        int colon = portColon(text);
        String host = colon > bracket && colon >= 0 ? text.substring(0, colon) : text;
        String port = colon > bracket && colon >= 0 ? text.substring(colon + 1) : "";
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        String name = bare.contains("\\") ? bare.substring(0, bare.indexOf('\\')) : bare; // SQL Server: host\instance
        return new HostPort(name.isBlank() ? "localhost" : name, port(port, driver));
    }

    private static HostPort pairs(String text, DatabaseDriver driver) {
        String host = "localhost";
        String port = "";
        boolean list = text.startsWith("(") && text.indexOf('(', 1) < 0; // (host=h,port=1), not (host=h)(port=1)
        Matcher pair = KEY_VALUE.matcher(list ? text.replace("(", "").replace(")", "") : text);
        while (pair.find()) {
            String key = String.valueOf(pair.group(1) == null ? pair.group(3) : pair.group(1));
            String value = String.valueOf(pair.group(1) == null ? pair.group(4) : pair.group(2))
                    .strip();
            if (key.equalsIgnoreCase("host")) {
                host = value;
            } else if (key.equalsIgnoreCase("port")) {
                port = value;
            }
        }
        return new HostPort(host, port(port, driver));
    }

    private static OptionalInt port(String text, DatabaseDriver driver) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return driver.defaultPort() < 0 ? OptionalInt.empty() : OptionalInt.of(driver.defaultPort());
        }
        boolean number = plain.length() <= 5 && plain.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return number && !Placeholder.in(plain) ? OptionalInt.of(Integer.parseInt(plain)) : OptionalInt.empty();
    }

    /** The colon in front of the port, not one inside {@code ${HOST:db}}. */
    private static int portColon(String text) {
        return outsideBraces(text, ':', true);
    }

    private static int slash(String text) {
        return outsideBraces(text, '/', false);
    }

    private static List<String> split(String servers) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < servers.length(); i++) {
            char letter = servers.charAt(i);
            depth += letter == '(' || letter == '{' || letter == '['
                    ? 1
                    : letter == ')' || letter == '}' || letter == ']' ? -1 : 0;
            if (letter == ',' && depth <= 0) {
                parts.add(servers.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(servers.substring(from));
        return parts;
    }

    /** Where a letter stands outside of braces and parentheses: its first or its last place; -1 for nowhere. */
    static int outsideBraces(String text, char wanted, boolean last) {
        int depth = 0;
        int found = -1;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += letter == '{' || letter == '(' ? 1 : letter == '}' || letter == ')' ? -1 : 0;
            if (letter == wanted && depth <= 0) {
                if (!last) {
                    return i;
                }
                found = i;
            }
        }
        return found;
    }
}
