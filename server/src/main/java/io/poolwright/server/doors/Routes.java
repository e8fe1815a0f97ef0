package io.poolwright.server.doors;

import io.poolwright.server.rights.Role;
import java.util.List;
import org.springframework.http.HttpMethod;

/** Every way in, written out. What is not in this table is refused. */
public final class Routes {
    private Routes() {}

    /** The whole table, in the order in which it is searched. */
    public static List<Route> all() {
        return List.of(
                Route.page(HttpMethod.GET, "/health/live", Access.ANYBODY),
                Route.page(HttpMethod.GET, "/health/ready", Access.ANYBODY),
                Route.page(HttpMethod.GET, "/-/healthy", Access.ANYBODY),
                Route.page(HttpMethod.GET, "/-/ready", Access.ANYBODY),
                Route.page(HttpMethod.GET, "/static/**", Access.ANYBODY),
                Route.page(HttpMethod.GET, "/favicon.ico", Access.ANYBODY),
                Route.page(HttpMethod.GET, "/login", Access.ANYBODY),
                Route.page(HttpMethod.POST, "/login", Access.ANYBODY),
                Route.page(HttpMethod.POST, "/logout", Access.session(Role.VIEWER)),
                Route.page(HttpMethod.GET, "/password", Access.session(Role.VIEWER)),
                Route.page(HttpMethod.POST, "/password", Access.session(Role.VIEWER)),
                Route.page(HttpMethod.GET, "/", Access.session(Role.VIEWER)));
    }
}
