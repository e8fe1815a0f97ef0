package io.poolwright.config.spring;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java or Kotlin source lets us see without compiling it: prefixes bound to data sources, and whether clients, pools
 * and time-outs are made in code, where no property shows them.
 *
 * @param prefixes bound to a data source or to its pool
 * @param seen the first line of each kind
 */
public record SourceFacts(List<BoundPrefix> prefixes, Map<Kind, Origin> seen) {
    private static final int LONGEST_TEXT = 1 << 20;

    /** Lines below the annotation in which the bound method or class must show. */
    private static final int BELOW = 8;

    private static final Pattern PREFIX =
            Pattern.compile("@ConfigurationProperties\\s*\\(\\s*(?:(?:prefix|value)\\s*=\\s*)?\"([^\"]{1,200})\"");
    private static final Pattern POOL_TYPE = Pattern.compile(
            "\\b(HikariDataSource|HikariConfig|DruidDataSource|BasicDataSource|ComboPooledDataSource|DataSource"
                    + "|AgroalDataSource|XADataSource|PoolProperties|DruidXADataSource)\\b");

    public SourceFacts {
        prefixes = List.copyOf(prefixes);
        seen = Map.copyOf(seen);
    }

    /**
     * A prefix that code binds to a data source.
     *
     * @param prefix as written, such as {@code app.datasource.hikari}
     * @param pool whether the pool itself is bound, so that pool keys follow at once; else the source's address and name
     */
    public record BoundPrefix(String prefix, boolean pool, Origin origin) {}

    /** What is looked for. */
    public enum Kind {
        /** A pool or a data source is made in code. */
        POOL_IN_CODE(
                List.of("Hikari", "DataSource"),
                "new HikariDataSource|new HikariConfig|DataSourceBuilder\\s*\\.\\s*create|new DruidDataSource"
                        + "|new BasicDataSource|new ComboPooledDataSource|initializeDataSourceBuilder"),
        /** Spring's blocking client of old. */
        REST_TEMPLATE(List.of("RestTemplate"), "new RestTemplate\\s*\\(|RestTemplateBuilder"),
        /** Spring's blocking client. */
        REST_CLIENT(List.of("RestClient"), "RestClient\\s*\\.\\s*(?:create|builder)|RestClient\\.Builder"),
        /** Spring's reactive client. */
        WEB_CLIENT(List.of("WebClient"), "WebClient\\s*\\.\\s*(?:create|builder)|WebClient\\.Builder"),
        /** OpenFeign. */
        FEIGN(List.of("FeignClient"), "@FeignClient"),
        /** OkHttp made in code. */
        OKHTTP(List.of("OkHttpClient"), "new OkHttpClient|OkHttpClient\\s*\\.\\s*Builder|OkHttpClient\\s*\\("),
        /** Apache HttpClient 5 or 4 made in code. */
        APACHE(
                List.of("HttpClient", "HttpComponents"),
                "HttpClients\\s*\\.\\s*(?:createDefault|custom|createSystem)|HttpClientBuilder\\s*\\.\\s*create"
                        + "|CloseableHttpClient|HttpComponentsClientHttpRequestFactory"),
        /** The JDK's client. */
        JDK_CLIENT(List.of("HttpClient"), "HttpClient\\s*\\.\\s*new(?:HttpClient|Builder)"),
        /** A Reactor Netty pool made in code. */
        CONNECTION_PROVIDER(
                List.of("ConnectionProvider"), "ConnectionProvider\\s*\\.\\s*(?:builder|create|fixed|elastic)"),
        /** A limit on how long an answer may take. */
        READ_TIMEOUT(
                List.of("imeout", "FactorySettings", "ClientSettings", "TimeLimiter", "block"),
                "[rR]eadTimeout|[rR]esponseTimeout|[sS]ocketTimeout|[sS]oTimeout|ReadTimeoutHandler|[cC]allTimeout"
                        + "|\\.\\s*timeout\\s*\\(|[rR]equestFactorySettings|HttpClientSettings|@TimeLimiter|block\\s*\\(\\s*Duration"),
        /** A limit on how long an idle connection of a client is kept. */
        IDLE_LIMIT(
                List.of("maxIdle", "evict", "ConnectionPool", "maxLifeTime", "Strategy", "TimeToLive"),
                "maxIdleTime|evictIdleConnections|evictExpiredConnections|ConnectionPool\\s*\\(|maxLifeTime|evictInBackground"
                        + "|[kK]eepAliveStrategy|setTimeToLive|setConnectionTimeToLive"),
        /** A limit on the wait for a connection of a client. */
        ACQUIRE_LIMIT(List.of("imeout"), "pendingAcquireTimeout|[cC]onnectionRequestTimeout"),
        /** The size of a client's pool. */
        ROUTE_LIMIT(
                List.of("axConn", "axPerRoute", "axTotal"),
                "[mM]axConnPerRoute|[mM]axPerRoute|[mM]axConnTotal|[mM]axTotal\\b"),
        /** A limit on transactions or queries. */
        QUERY_LIMIT(
                List.of("imeout"),
                "@Transactional\\s*\\([^)]*timeout|setDefaultTimeout|query\\.timeout|setQueryTimeout|statement_timeout"),
        /** Code reads keys of the data source itself. */
        READS_DATASOURCE_KEYS(
                List.of("spring.datasource", "spring.hikari"), "[\"{]spring\\.(?:datasource|hikari)\\.[A-Za-z]"),
        /** The web server is configured in code. */
        SERVER_IN_CODE(
                List.of("ServerFactory", "Tomcat"),
                "TomcatServletWebServerFactory|TomcatConnectorCustomizer|WebServerFactoryCustomizer"
                        + "|JettyServletWebServerFactory|UndertowServletWebServerFactory|TomcatProtocolHandlerCustomizer"),
        /** Readiness is taken away before the shut-down in code. */
        DRAIN_IN_CODE(List.of("AvailabilityChange", "REFUSING_TRAFFIC"), "AvailabilityChangeEvent|REFUSING_TRAFFIC"),
        /** The application's main method. */
        BOOT_MAIN(List.of("SpringBootApplication"), "@SpringBootApplication");

        private final String hints;
        private final Pattern pattern;

        /** A line is looked at only when it holds one of the hints: most files hold none. */
        Kind(List<String> hints, String pattern) {
            this.hints = String.join(" ", hints);
            this.pattern = Pattern.compile(pattern);
        }
    }

    /** Looks through a source; never refuses one. Comments do not count. */
    public static SourceFacts scan(String file, String text) {
        List<BoundPrefix> prefixes = new ArrayList<>();
        Map<Kind, Origin> seen = new EnumMap<>(Kind.class);
        if (text.length() <= LONGEST_TEXT) {
            SourceText source = new SourceText(file, text);
            for (Kind kind : Kind.values()) {
                source.first(List.of(kind.hints.split(" ", -1)), kind.pattern)
                        .ifPresent(origin -> seen.put(kind, origin));
            }
            source.all("@ConfigurationProperties", line -> {
                Matcher prefix = PREFIX.matcher(line.text());
                if (prefix.find()) {
                    bound(prefix.group(1), source.linesFrom(line.start(), BELOW), line.origin())
                            .ifPresent(prefixes::add);
                }
            });
        }
        return new SourceFacts(prefixes, seen);
    }

    private static Optional<BoundPrefix> bound(String prefix, List<String> lines, Origin origin) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher pool = POOL_TYPE.matcher(line);
            int properties = line.indexOf("DataSourceProperties");
            boolean found = pool.find();
            if (found || properties >= 0) {
                boolean first = found && (properties < 0 || pool.start() < properties);
                return Optional.of(new BoundPrefix(prefix, first, origin));
            }
            if (i > 0 && line.strip().equals("}")) {
                break;
            }
        }
        return Optional.empty();
    }
}
