package io.poolwright.config.traefik;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What settings say to Traefik, from whatever sources they were gathered. The last one of a key counts.
 *
 * <p>Source: Traefik documentation, static and dynamic configuration, versions 2 and 3.
 */
public final class TraefikConfiguration {
    private static final Pattern TRANSPORT = Pattern.compile("http\\.serverstransports\\.([^.]+)\\..*");
    private static final Pattern SERVICE = Pattern.compile("http\\.services\\.([^.]+)\\.loadbalancer\\.(.*)");
    private static final Pattern SERVER = Pattern.compile("servers\\[\\d+]\\.url");
    private static final Pattern RETRY = Pattern.compile("http\\.middlewares\\.[^.]+\\.retry\\.attempts");
    private static final Pattern ENTRY = Pattern.compile("entrypoints\\.([^.]+)\\..*");
    private static final String[] MARKS = {
        "entrypoints.",
        "providers.",
        "serverstransport.",
        "http.routers.",
        "http.services.",
        "http.serverstransports.",
        "http.middlewares."
    };

    private final Map<String, TraefikSetting> settings = new LinkedHashMap<>();

    private TraefikConfiguration() {}

    public static TraefikConfiguration of(List<TraefikSetting> settings) {
        TraefikConfiguration configuration = new TraefikConfiguration();
        for (TraefikSetting setting : settings) {
            configuration.settings.put(setting.key(), setting);
        }
        return configuration;
    }

    /** Whether there is anything in it that only Traefik has. */
    public boolean looksLikeIt() {
        for (String mark : MARKS) {
            if (settings.keySet().stream().anyMatch(key -> key.startsWith(mark))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a static configuration: entry points or providers, which only that one has. */
    public boolean isStatic() {
        return settings.keySet().stream()
                .anyMatch(key -> key.startsWith("entrypoints.") || key.startsWith("providers."));
    }

    /** The setting of a key in lower case. */
    public Optional<TraefikSetting> get(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** The names of the entry points. */
    public List<String> entryPoints() {
        return List.copyOf(names(ENTRY));
    }

    /** The transport of every service that names none. */
    public TraefikTransport defaultTransport() {
        return transport("", "serverstransport.forwardingtimeouts.");
    }

    /** The transports with a name. */
    public List<TraefikTransport> namedTransports() {
        return names(TRANSPORT).stream()
                .map(name -> transport(name, "http.serverstransports." + name + ".forwardingtimeouts."))
                .toList();
    }

    /** The HTTP services that balance over servers. */
    public List<TraefikService> services() {
        Map<String, List<TraefikSetting>> servers = new LinkedHashMap<>();
        for (TraefikSetting setting : settings.values()) {
            Matcher service = SERVICE.matcher(setting.key());
            if (service.matches()) {
                List<TraefikSetting> known = servers.computeIfAbsent(service.group(1), name -> new ArrayList<>());
                if (SERVER.matcher(service.group(2)).matches()) {
                    known.add(setting);
                }
            }
        }
        List<TraefikService> services = new ArrayList<>();
        servers.forEach((name, urls) -> {
            String prefix = "http.services." + name + ".loadbalancer.";
            services.add(new TraefikService(name, urls, get(prefix + "server.port"), get(prefix + "serverstransport")));
        });
        return List.copyOf(services);
    }

    /** How often the retry middlewares try in all, the first time included. */
    public List<TraefikSetting> retryAttempts() {
        return settings.values().stream()
                .filter(setting -> RETRY.matcher(setting.key()).matches())
                .toList();
    }

    private Set<String> names(Pattern pattern) {
        Set<String> names = new LinkedHashSet<>();
        for (String key : settings.keySet()) {
            Matcher matcher = pattern.matcher(key);
            if (matcher.matches()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    private TraefikTransport transport(String name, String prefix) {
        return new TraefikTransport(
                name,
                get(prefix + "dialtimeout"),
                get(prefix + "responseheadertimeout"),
                get(prefix + "idleconntimeout"));
    }
}
