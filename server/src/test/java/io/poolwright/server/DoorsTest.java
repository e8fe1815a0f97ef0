package io.poolwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.server.doors.Administration;
import io.poolwright.server.doors.FirstAdministrator;
import io.poolwright.server.rights.Role;
import io.poolwright.server.state.Users;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doors as a person with a browser finds them, and as somebody does who should not come in. */
final class DoorsTest {
    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theFirstAdministratorMustChangeTheOneTimePasswordAndThenIsNotGivenAnother() {
        FirstAdministrator first = server.part(FirstAdministrator.class);
        String lost = first.oneTimePassword(false).orElseThrow();
        String password = first.oneTimePassword(false).orElseThrow();
        Browser browser = server.browser();

        assertThat(browser.signIn("admin", lost)).isEqualTo("/login?failed");
        assertThat(browser.signIn("admin", password)).isEqualTo("/");
        assertThat(Browser.location(browser.get("/"))).isEqualTo("/password");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(403);

        assertThat(change(browser, password, "short", "short").body()).contains("at least 12 characters");
        assertThat(change(browser, password, "a-good-long-one", "another-long-one")
                        .body())
                .contains("not the same");
        assertThat(change(browser, "wrong", "a-good-long-one", "a-good-long-one")
                        .body())
                .contains("password is wrong");
        assertThat(change(browser, password, password, password).body()).contains("must not be the current one");
        HttpResponse<String> changed = change(browser, password, "a-good-long-one", "a-good-long-one");

        assertThat(Browser.location(changed)).isEqualTo("/login?changed");
        assertThat(Browser.location(browser.get("/"))).isEqualTo("/login");
        assertThat(browser.signIn("admin", "a-good-long-one")).isEqualTo("/");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        assertThat(first.oneTimePassword(false)).isEmpty();
        assertThat(first.oneTimePassword(true)).isPresent();
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() {
        String password = server.account("eve", Role.VIEWER);
        Browser here = server.browser();
        Browser elsewhere = server.browser();
        here.signIn("eve", password);
        elsewhere.signIn("eve", password);
        assertThat(elsewhere.get("/password").statusCode()).isEqualTo(200);

        change(here, password, "a-good-long-one", "a-good-long-one");

        assertThat(Browser.location(elsewhere.get("/"))).isEqualTo("/login");
    }

    @Test
    void aRoleThatWasTakenAwayIsGoneInTheSessionThatIsOpen() {
        String password = server.account("rob", Role.ADMIN);
        Browser rob = server.browser();
        rob.signIn("rob", password);
        assertThat(rob.get("/api/v1/users").statusCode()).isEqualTo(200);

        server.part(Administration.class)
                .change(server.part(Users.class).named("rob").orElseThrow().id(), Role.VIEWER, false);

        assertThat(rob.get("/api/v1/users").statusCode()).isEqualTo(403);
        assertThat(rob.get("/api/v1/events").statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = server.browser();
        browser.signIn("out", server.account("out", Role.VIEWER));
        String session = browser.cookie("poolwright");

        browser.submit("/password", "/logout");

        HttpResponse<String> replay = server.browser().get("/", "Cookie", "poolwright=" + session);
        assertThat(Browser.location(replay)).isEqualTo("/login");
    }

    @Test
    void aSessionThatSomebodyPutThereBeforeIsNotTheOneAfterSigningIn() {
        String password = server.account("fix", Role.VIEWER);
        Browser browser = server.browser();
        browser.get("/login");
        String before = browser.cookie("poolwright");

        browser.signIn("fix", password);

        assertThat(browser.cookie("poolwright")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void aWrongNameAndAWrongPasswordAreAnsweredAlike() {
        server.account("real", Role.VIEWER);

        HttpResponse<String> wrongPassword =
                server.browser().submit("/login", "/login", "username", "real", "password", "wrong-wrong-wrong");
        HttpResponse<String> wrongName =
                server.browser().submit("/login", "/login", "username", "unreal", "password", "wrong-wrong-wrong");

        assertThat(wrongName.statusCode()).isEqualTo(wrongPassword.statusCode());
        assertThat(Browser.location(wrongName))
                .isEqualTo(Browser.location(wrongPassword))
                .isEqualTo("/login?failed");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Browser browser = server.browser();
        String password = server.account("form", Role.VIEWER);

        HttpResponse<String> without = browser.send(
                "POST",
                "/login",
                "username=form&password=" + password,
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(without.statusCode()).isEqualTo(403);
    }

    @Test
    void aChangeFromAPageOfAnotherSiteIsRefused() {
        Browser browser = server.browser();
        browser.signIn("far", server.account("far", Role.ADMIN));
        String token = browser.token("/password");
        String body = "{\"kind\":\"deployment\",\"title\":\"x\"}";

        for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1:1")) {
            assertThat(browser.json("POST", "/api/v1/changes", body, "X-XSRF-TOKEN", token, "Origin", origin)
                            .statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(browser.json("POST", "/api/v1/changes", body).statusCode()).isEqualTo(403);
        assertThat(browser.json(
                                "POST",
                                "/api/v1/changes",
                                body,
                                "X-XSRF-TOKEN",
                                token,
                                "Origin",
                                "http://127.0.0.1:" + server.port())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aBrokenTokenIsNotMadeGoodByASession() {
        Browser browser = server.browser();
        browser.signIn("mix", server.account("mix", Role.ADMIN));

        for (String header : List.of("Bearer x", "bearer pw_" + "a".repeat(43), "Bearer ")) {
            assertThat(browser.get("/api/v1/me", "Authorization", header).statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
    }

    @Test
    void headersLeaveABrowserNoWayOut() {
        HttpResponse<String> page = server.browser().get("/login");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body()).doesNotContain("<script>", "style=", "onclick");
    }

    @Test
    void cookiesAreOutOfReachForScriptsAndOtherSites() {
        Browser browser = server.browser();
        String password = server.account("coo", Role.VIEWER);

        HttpResponse<String> signedIn = browser.submit("/login", "/login", "username", "coo", "password", password);

        assertThat(signedIn.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(it -> assertThat(it)
                .contains("HttpOnly", "SameSite=Strict", "Path=/"));
    }

    private static HttpResponse<String> change(Browser browser, String current, String password, String again) {
        return browser.submit("/password", "/password", "current", current, "password", password, "again", again);
    }
}
