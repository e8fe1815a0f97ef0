package io.poolwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.server.doors.Route;
import io.poolwright.server.rights.Role;
import io.poolwright.server.rights.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each row of the table with nobody, with each role, and with a token of each scope. */
final class RouteMatrixTest {
    @TempDir
    private static Path folder;

    private static TestServer server;
    private static final Map<Role, Browser> PEOPLE = new EnumMap<>(Role.class);
    private static final Map<Scope, String> TOKENS = new EnumMap<>(Scope.class);

    @BeforeAll
    static void start() {
        server = new TestServer(folder);
        for (Role role : Role.values()) {
            String password = server.account(role.id(), role);
            Browser browser = server.browser();
            assertThat(browser.signIn(role.id(), password)).isEqualTo("/");
            PEOPLE.put(role, browser);
        }
        for (Scope scope : Scope.values()) {
            TOKENS.put(scope, server.token("admin", scope));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Route> routes() {
        return Routes.table().all();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyPassesOnlyWhereAnybodyMay(Route route) {
        HttpResponse<?> response = call(server.browser(), route, "none");

        assertThat(isRefused(response)).isEqualTo(route.access().least().isPresent());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRolePassesFromTheLeastOn(Route route) {
        for (Role role : Role.values()) {
            if (route.path().equals("/logout")) {
                continue; // it would end the session that the other rows need
            }
            HttpResponse<?> response = call(PEOPLE.get(role), route, "session");

            boolean may = route.access().least().map(role::covers).orElse(true);
            assertThat(isRefused(response))
                    .as("%s as %s: %s", route, role, response)
                    .isEqualTo(!may);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aTokenPassesWithItsScopeOnly(Route route) {
        for (Scope scope : Scope.values()) {
            HttpResponse<?> response = call(server.browser(), route, TOKENS.get(scope));

            boolean may = route.access().least().isEmpty()
                    || route.access().scope().filter(it -> it == scope).isPresent();
            assertThat(isRefused(response))
                    .as("%s with %s: %s", route, scope, response)
                    .isEqualTo(!may);
        }
    }

    @Test
    void aTokenOfAViewerDoesNoMoreThanAViewer() {
        String token = server.token("viewer", Scope.READ);

        HttpResponse<String> read = server.browser().get("/api/v1/events", "Authorization", "Bearer " + token);
        HttpResponse<String> users = server.browser().get("/api/v1/users", "Authorization", "Bearer " + token);

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(users.statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsNotInTheTableIsRefusedToEverybody() {
        assertThat(server.browser().get("/api/v1/nothing").statusCode()).isEqualTo(401);
        assertThat(PEOPLE.get(Role.ADMIN).get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(PEOPLE.get(Role.ADMIN).get("/nothing").statusCode()).isEqualTo(404);
        assertThat(PEOPLE.get(Role.ADMIN).get("/error").statusCode()).isEqualTo(404);
        assertThat(PEOPLE.get(Role.ADMIN)
                        .send(
                                "DELETE",
                                "/api/v1/events",
                                "",
                                "X-XSRF-TOKEN",
                                PEOPLE.get(Role.ADMIN).token("/password"))
                        .statusCode())
                .isEqualTo(405);
    }

    /** A controller that nobody wrote into the table would answer 404 to everybody; better to be told here. */
    @Test
    void everyControllerIsInTheTableAndEveryRowHasAController() {
        Set<String> answered = new HashSet<>();
        for (RequestMappingInfo info : server.part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            for (String path : info.getPatternValues()) {
                info.getMethodsCondition().getMethods().forEach(it -> answered.add(it + " " + path));
            }
        }
        Set<String> written = new HashSet<>();
        routes().forEach(it -> written.add(it.toString()));
        written.removeAll(
                Set.of("GET /static/**", "GET /favicon.ico", "POST /login", "POST /logout")); // not controllers

        assertThat(answered).isEqualTo(written);
    }

    private static HttpResponse<?> call(Browser browser, Route route, String token) {
        String path = route.path()
                .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString())
                .replace("**", "sign-in.css");
        String method = route.method().name();
        if (path.startsWith("/live")) { // its answer does not end by itself
            String[] headers =
                    token.startsWith("pw_") ? new String[] {"Authorization", "Bearer " + token} : new String[0];
            return browser.begin(path, headers);
        }
        String body = method.equals("POST") || method.equals("PATCH") ? "{}" : "";
        if (token.startsWith("pw_")) {
            return browser.json(method, path, body, "Authorization", "Bearer " + token);
        }
        return method.equals("GET")
                ? browser.get(path)
                : browser.json(
                        method,
                        path,
                        body,
                        "X-XSRF-TOKEN",
                        browser.token(token.equals("none") ? "/login" : "/password"));
    }

    private static boolean isRefused(HttpResponse<?> response) {
        return response.statusCode() == 401
                || response.statusCode() == 403
                || (response.statusCode() == 302
                        && response.headers().firstValue("Location").orElse("").equals("/login"));
    }
}
