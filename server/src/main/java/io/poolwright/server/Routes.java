package io.poolwright.server;

import static io.poolwright.server.doors.Operation.does;
import static io.poolwright.server.doors.Operation.header;
import static io.poolwright.server.doors.Operation.query;
import static io.poolwright.server.doors.Operation.reads;
import static io.poolwright.server.doors.Operation.takes;
import static io.poolwright.server.doors.Route.api;
import static io.poolwright.server.doors.Route.page;
import static io.poolwright.server.rights.Role.ADMIN;
import static io.poolwright.server.rights.Role.OPERATOR;
import static io.poolwright.server.rights.Role.RESPONDER;
import static io.poolwright.server.rights.Role.VIEWER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import io.poolwright.server.api.AlertView;
import io.poolwright.server.api.Changes;
import io.poolwright.server.api.EventView;
import io.poolwright.server.api.FindingView;
import io.poolwright.server.api.PoolView;
import io.poolwright.server.api.ServiceView;
import io.poolwright.server.api.TokenPages;
import io.poolwright.server.api.UserPages;
import io.poolwright.server.doors.Access;
import io.poolwright.server.doors.Operation.Parameter;
import io.poolwright.server.doors.Route;
import io.poolwright.server.doors.RouteTable;
import io.poolwright.server.rights.Scope;
import java.util.List;

/**
 * Every way in, written out: method, path, least role, scope of a token. Spring Security is set up from this table, the API
 * document is written from it, and a test tries each row with each role. What is not here is refused.
 */
public final class Routes {
    private static final Parameter CURSOR = query("cursor", "where to go on: next of the page before");
    private static final Parameter LIMIT = query("limit", "items of a page, 1 to 500; 100 when absent");
    private static final Parameter SERVICE = query("service", "of this service only");

    private static final List<Route> ALL = List.of(
            // Health, for those who restart and route: no account, and nothing told but yes or no.
            page(GET, "/health/live", Access.ANYBODY),
            page(GET, "/health/ready", Access.ANYBODY),
            page(GET, "/-/healthy", Access.ANYBODY),
            page(GET, "/-/ready", Access.ANYBODY),
            // What every page needs.
            page(GET, "/static/**", Access.ANYBODY),
            page(GET, "/favicon.ico", Access.ANYBODY),
            // Signing in and out.
            page(GET, "/login", Access.ANYBODY),
            page(POST, "/login", Access.ANYBODY),
            page(POST, "/logout", Access.ANYBODY),
            page(GET, "/password", Access.session(VIEWER)),
            page(POST, "/password", Access.session(VIEWER)),
            // Pages.
            page(GET, "/", Access.session(VIEWER)),
            page(GET, "/pools/{key}", Access.session(VIEWER)),
            page(GET, "/alerts", Access.session(VIEWER)),
            page(GET, "/events", Access.session(VIEWER)),
            page(GET, "/targets", Access.session(VIEWER)),
            page(GET, "/places", Access.session(VIEWER)),
            page(GET, "/live", Access.session(VIEWER)),
            page(GET, "/live/pools/{key}", Access.session(VIEWER)),
            // Own metrics.
            page(GET, "/metrics", Access.of(VIEWER, Scope.READ)),
            // Where services push their metrics, at the path that OTLP's exporters know.
            page(POST, "/v1/metrics", Access.of(OPERATOR, Scope.WRITE_METRICS)),
            // The API.
            page(GET, "/api/v1/openapi.json", Access.of(VIEWER, Scope.READ)),
            api(GET, "/api/v1/me", VIEWER, Scope.READ, reads("Who asks.", UserPages.Me.class)),
            api(
                    GET,
                    "/api/v1/pools",
                    VIEWER,
                    Scope.READ,
                    reads("Every pool as it is now.", PoolView.Listing.class, SERVICE, CURSOR, LIMIT)),
            api(GET, "/api/v1/pools/{id}", VIEWER, Scope.READ, reads("One pool as it is now.", PoolView.class)),
            api(
                    GET,
                    "/api/v1/pools/{id}/history",
                    VIEWER,
                    Scope.READ,
                    reads(
                            "One pool over a time; the last quarter of an hour when none is given.",
                            PoolView.Line.class,
                            query("from", "not before this instant"),
                            query("to", "not after this instant"))),
            api(
                    GET,
                    "/api/v1/services",
                    VIEWER,
                    Scope.READ,
                    reads("Every service: what is wrong, why, and what was ruled out.", ServiceView.Listing.class)),
            api(
                    GET,
                    "/api/v1/findings",
                    VIEWER,
                    Scope.READ,
                    reads("What the audit says of the stack as it runs.", FindingView.Listing.class)),
            api(
                    GET,
                    "/api/v1/events",
                    VIEWER,
                    Scope.READ,
                    reads(
                            "What happened, newest first.",
                            EventView.Listing.class,
                            query("kind", "of this kind only; may be repeated"),
                            SERVICE,
                            query("from", "not before this instant"),
                            query("to", "before this instant"),
                            CURSOR,
                            LIMIT)),
            api(
                    GET,
                    "/api/v1/alerts",
                    VIEWER,
                    Scope.READ,
                    reads(
                            "What fires and what fired, newest first.",
                            AlertView.Listing.class,
                            query("state", "firing, resolved or all; all when absent"),
                            SERVICE,
                            CURSOR,
                            LIMIT)),
            api(GET, "/api/v1/alerts/{id}", VIEWER, Scope.READ, reads("One alert.", AlertView.class)),
            api(
                    POST,
                    "/api/v1/changes",
                    RESPONDER,
                    Scope.WRITE_CHANGES,
                    takes(
                            "Tell of a deployment or a change of configuration. It is on disk when the answer comes.",
                            Changes.Change.class,
                            EventView.class,
                            201,
                            header("Idempotency-Key", "the same key writes once; the answer to a repetition is 200"))),
            api(GET, "/api/v1/users", ADMIN, Scope.ADMIN, reads("All accounts.", UserPages.UserList.class)),
            api(
                    POST,
                    "/api/v1/users",
                    ADMIN,
                    Scope.ADMIN,
                    takes("Open an account.", UserPages.NewUser.class, UserPages.OpenedUser.class, 201)),
            api(
                    PATCH,
                    "/api/v1/users/{id}",
                    ADMIN,
                    Scope.ADMIN,
                    takes(
                            "Give an account another role, shut or open it.",
                            UserPages.UserChange.class,
                            UserPages.UserView.class,
                            200)),
            api(
                    POST,
                    "/api/v1/users/{id}/password",
                    ADMIN,
                    Scope.ADMIN,
                    takes("Give an account a one-time password.", UserPages.OpenedUser.class)),
            api(
                    GET,
                    "/api/v1/tokens",
                    VIEWER,
                    Scope.ADMIN,
                    reads("One's own tokens; an administrator's list holds all.", TokenPages.TokenList.class)),
            api(
                    POST,
                    "/api/v1/tokens",
                    VIEWER,
                    Scope.ADMIN,
                    takes("Make a token.", TokenPages.NewToken.class, TokenPages.MadeToken.class, 201)),
            api(DELETE, "/api/v1/tokens/{id}", VIEWER, Scope.ADMIN, does("Revoke a token.", 204)));

    private Routes() {}

    /** The whole table. */
    public static RouteTable table() {
        return new RouteTable(ALL);
    }
}
