package io.poolwright.audit.capacity;

import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the services that reach a database through an address in a variable, such as {@code DATABASE_URL}. */
public final class DatabaseUrls {
    private static final String VARIABLE = "env ";
    private static final Pattern URL = Pattern.compile(
            "(?:jdbc:|r2dbc:)?(postgres|postgresql|mysql|mariadb|mysql2|postgis|cockroachdb)(?:\\+[a-z0-9]+)?://"
                    + "(?:([^:/@?#\\s]*)(?::[^@]*)?@)?([^:/?#,\\s]+)(?::(\\d{1,5}))?(?:[/?#].*)?");
    private static final Pattern LIMIT_IN_URL = Pattern.compile(
            "[?&](connection_limit|pool_size|pool_max_conns|max_pool_size|maxpoolsize|max)=(\\d{1,6})(?:&|$)");
    private static final Pattern LIMIT_VARIABLE = Pattern.compile(
            ".*(POOL.*(SIZE|MAX|LIMIT|CONN)|(SIZE|MAX|LIMIT).*POOL|MAX_?CONN|CONNECTION_?LIMIT|MAX_OPEN_CONN).*");
    private static final Pattern NOT_THE_APPLICATION =
            Pattern.compile(".*(DIRECT|MIGRAT|SHADOW|ADMIN|TEST|BACKUP|EXPORTER|DATA_SOURCE_NAME|FLYWAY|LIQUIBASE).*");

    private static final Pattern TOOL = Pattern.compile(
            "export|backup|migrat|flyway|liquibase|adminer|pgadmin|phpmyadmin|pgweb|seed|init-?db|prisma-studio");

    private DatabaseUrls() {}

    /**
     * A service with the address of a database server.
     *
     * @param url the variable
     * @param user in the address
     * @param host in the address
     * @param port in the address
     * @param poolLimit the setting that limits its pool, when one is visible
     */
    public record Client(
            Part service,
            Setting<String> url,
            Optional<String> user,
            String host,
            Optional<Integer> port,
            Optional<Setting<?>> poolLimit) {

        /** The limit in connections, where the address itself says it. */
        public Optional<Setting<Long>> size() {
            return poolLimit
                    .filter(limit -> limit.isKnown() && limit.get() instanceof Long)
                    .map(limit -> limit.map(Long.class::cast));
        }
    }

    /** The services that call this part by a variable, and of which no pool was read. */
    public static List<Client> clients(Part called, Stack stack) {
        Optional<Part> target = stack.service(called);
        if (target.isEmpty()) {
            return List.of();
        }
        String project = project(target.get()) + "/service/";
        return stack.all(Kind.SERVICE)
                .filter(service -> service.id().startsWith(project) && hasAnAddress(service))
                .filter(service -> !isATool(service) && !showsItsPool(service, stack))
                .flatMap(service -> in(service).stream())
                .filter(client -> reaches(client, called, stack))
                .toList();
    }

    /** Asked of every service for every database: no pattern, so that it costs next to nothing. */
    private static boolean hasAnAddress(Part service) {
        return service.settings().all().stream()
                .anyMatch(setting -> setting.isKnown()
                        && setting.get() instanceof String text
                        && text.contains("://")
                        && setting.name().startsWith(VARIABLE));
    }

    /** Every address of a database server among the variables of a service. */
    public static List<Client> in(Part service) {
        List<Client> clients = new ArrayList<>();
        Optional<Setting<?>> limit = limitVariable(service);
        for (Setting<?> setting : service.settings().all()) {
            String name = setting.name();
            boolean ours = name.startsWith(VARIABLE)
                    && setting.isKnown()
                    && !NOT_THE_APPLICATION
                            .matcher(name.toUpperCase(Locale.ROOT))
                            .matches();
            String text = ours ? String.valueOf(setting.get()) : "";
            Matcher url = URL.matcher(text.length() < 2_000 ? text : "");
            if (url.matches()) {
                Setting<String> written = setting.map(String::valueOf);
                Matcher inUrl = LIMIT_IN_URL.matcher(text);
                Optional<Setting<?>> ownLimit = inUrl.find() && setting.origin().isPresent()
                        ? Optional.of(Setting.declared(
                                inUrl.group(1),
                                Long.valueOf(inUrl.group(2)),
                                inUrl.group(2),
                                setting.origin().orElseThrow()))
                        : Optional.empty();
                clients.add(new Client(
                        service,
                        written,
                        Optional.ofNullable(url.group(2)).filter(user -> !user.isEmpty() && !user.contains("$")),
                        url.group(3),
                        Optional.ofNullable(url.group(4)).map(Integer::valueOf),
                        ownLimit.or(() -> limit)));
            }
        }
        return clients;
    }

    private static Optional<Setting<?>> limitVariable(Part service) {
        for (Setting<?> setting : service.settings().all()) {
            if (setting.name().startsWith(VARIABLE)
                    && LIMIT_VARIABLE
                            .matcher(setting.name().toUpperCase(Locale.ROOT))
                            .matches()) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /** Migrations, backups, exporters and consoles come and go with a connection or two. */
    private static boolean isATool(Part service) {
        Setting<String> image = service.role(Role.IMAGE);
        return TOOL.matcher(service.name().toLowerCase(Locale.ROOT)).find()
                || (image.isKnown()
                        && TOOL.matcher(image.get().toLowerCase(Locale.ROOT)).find());
    }

    /** Whether the service runs anything that we have read: then its pools are known from there. */
    private static boolean showsItsPool(Part service, Stack stack) {
        return stack.runBy(service).stream().anyMatch(part -> switch (part.kind()) {
            case POOL, DRIVER, POOLER, DATABASE, FPM_POOL, WORDPRESS -> true;
            default -> false;
        });
    }

    private static boolean reaches(Client client, Part called, Stack stack) {
        Optional<Part> target = stack.service(called);
        boolean named = target.filter(service -> !service.equals(client.service())
                        && client.host().equalsIgnoreCase(service.name())
                        && project(service).equals(project(client.service())))
                .isPresent();
        return named
                && called.listens().stream()
                        .anyMatch(at -> at.port().isEmpty()
                                || client.port().isEmpty()
                                || at.port().equals(client.port()));
    }

    private static String project(Part service) {
        int end = service.id().indexOf("/service/");
        return end < 0 ? service.id() : service.id().substring(0, end);
    }
}
