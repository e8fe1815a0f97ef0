package io.poolwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poolwright.server.rights.Role;
import io.poolwright.server.rights.Scope;
import io.poolwright.server.state.Alert;
import io.poolwright.server.state.Alerts;
import io.poolwright.server.state.NewAlert;
import io.poolwright.server.state.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API as a program sees it, over HTTP. */
final class ApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Browser program;
    private static String admin;

    @BeforeAll
    static void start() {
        server = new TestServer(folder);
        server.account("ann", Role.ADMIN);
        admin = "Bearer " + server.token("ann", Scope.values());
        program = server.browser();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aChangeIsWrittenAndFoundAgain() {
        String service = "s" + UUID.randomUUID();

        HttpResponse<String> written = post("/api/v1/changes", """
                {"kind":"deployment","service":"%s","title":"shop 1.4","at":"2026-11-21T12:00:00Z",\
                "detail":{"version":"1.4"}}""".formatted(service));
        JsonNode found = json(get("/api/v1/events?service=" + service)).at("/items/0");

        assertThat(written.statusCode()).isEqualTo(201);
        assertThat(json(written)).isEqualTo(found);
        assertThat(found.at("/kind").asText()).isEqualTo("deployment");
        assertThat(found.at("/at").asText()).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(found.at("/detail/version").asText()).isEqualTo("1.4");
        assertThat(found.at("/author").asText()).isEqualTo("token:ann/t");
    }

    @Test
    void whatIsLeftOutIsNowAndOfNoService() {
        JsonNode written = json(post("/api/v1/changes", "{\"kind\":\"configuration\",\"title\":\"pool 20 to 30\"}"));

        assertThat(written.at("/service").isNull()).isTrue();
        assertThat(written.at("/detail").isEmpty()).isTrue();
        assertThat(Instant.parse(written.at("/at").asText()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void theSameKeyIsAnsweredWithTheSameEvent() {
        String key = UUID.randomUUID().toString();
        String body = "{\"kind\":\"deployment\",\"title\":\"once\"}";

        HttpResponse<String> first = post("/api/v1/changes", body, "Idempotency-Key", key);
        HttpResponse<String> again = post("/api/v1/changes", body, "Idempotency-Key", key);
        HttpResponse<String> other = post("/api/v1/changes", body.replace("once", "twice"), "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).at("/id")).isEqualTo(json(first).at("/id"));
        assertProblem(other, 422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"reboot","title":"x"}                           | The field 'kind' has a value that is not accepted.
            {"kind":"deployment"}                                   | The field 'title' is missing or empty.
            {"kind":"deployment","title":"a\\nb"}                   | The field 'title' has a control character in it; it is one line.
            {"kind":"deployment","title":"x","at":"2099-01-01T00:00:00Z"} | The field 'at' is not a time at which this can have happened.
            {"kind":"deployment","title":"x","at":"yesterday"}      | The field 'at' is not what is expected, line 1, column 39.
            {"kind":"deployment","title":"x","detail":[1]}          | The field 'detail' is not an object.
            {"kind":"deployment","titel":"x"}                       | The body has a field that is not known.
            {"kind":"deployment","title":"x","title":"y"}           | The body is not the JSON that is expected, line 1, column 41.
            {"kind":"deployment","title":"x"} {}                    | The body is not the JSON that is expected, line 1, column 35.
            [1,2                                                    | The body is not the JSON that is expected, line 1, column 1.
            null                                                    | The body is null; an object is expected.
            """)
    void whatIsWrongIsNamed(String body, String detail) {
        HttpResponse<String> response = post("/api/v1/changes", body);

        assertProblem(response, 400);
        assertThat(json(response).at("/detail").asText()).isEqualTo(detail);
    }

    @Test
    void aRefusalSaysWhatWasFoundAndWhatIsAccepted() {
        JsonNode problem = json(post("/api/v1/changes", "{\"kind\":\"reboot\",\"title\":\"x\"}"));

        assertThat(problem.at("/found").asText()).isEqualTo("reboot");
        assertThat(problem.at("/accepted").toString()).isEqualTo("[\"deployment\",\"configuration\"]");
        assertThat(problem.at("/title").asText()).isEqualTo("Bad Request");
        assertThat(problem.at("/type").asText()).isEqualTo("about:blank");
    }

    @Test
    void deepJsonIsRefused() {
        String deep =
                "{\"kind\":\"deployment\",\"title\":\"x\",\"detail\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(101);

        assertProblem(post("/api/v1/changes", deep), 400);
    }

    @Test
    void onlyJsonIsTaken() {
        assertProblem(
                program.send(
                        "POST",
                        "/api/v1/changes",
                        "kind=deployment",
                        "Authorization",
                        admin,
                        "Content-Type",
                        "text/plain"),
                415);
        assertProblem(
                program.json("POST", "/api/v1/changes", "{}", "Authorization", admin, "Content-Encoding", "br"), 415);
    }

    @Test
    void aBodyIsTakenUpToItsLimitAndNoFurther() {
        int most = 4 << 20;

        HttpResponse<String> within = post("/api/v1/changes", padded(most));
        HttpResponse<String> beyond = post("/api/v1/changes", padded(most + 1));

        assertProblem(within, 400); // read to its end: it is a field in it that is too long
        assertProblem(beyond, 413);
    }

    @Test
    void aBodyThatUnpacksBeyondItsLimitIsRefused() throws IOException {
        byte[] bomb = gzip("{\"kind\":\"deployment\",\"title\":\"x\"," + " ".repeat(21 << 20) + "\"detail\":{}}");
        byte[] small = gzip("{\"kind\":\"deployment\",\"title\":\"packed\"}");
        String[] headers = {"Authorization", admin, "Content-Type", "application/json", "Content-Encoding", "gzip"};

        assertThat(bomb.length).isLessThan(1 << 20);
        assertProblem(program.send("/api/v1/changes", bomb, headers), 413);
        assertThat(program.send("/api/v1/changes", small, headers).statusCode()).isEqualTo(201);
        assertProblem(program.send("/api/v1/changes", "no gzip".getBytes(StandardCharsets.UTF_8), headers), 400);
    }

    @Test
    void listsComeInPagesThatTheirCursorsJoin() {
        String service = "s" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            post(
                    "/api/v1/changes",
                    "{\"kind\":\"deployment\",\"title\":\"t%d\",\"service\":\"%s\"}".formatted(i, service));
        }

        JsonNode first = json(get("/api/v1/events?limit=2&service=" + service));
        JsonNode rest = json(get("/api/v1/events?limit=2&service=" + service + "&cursor="
                + first.at("/next").asText()));

        assertThat(first.at("/items").findValuesAsText("title")).containsExactly("t2", "t1");
        assertThat(rest.at("/items").findValuesAsText("title")).containsExactly("t0");
        assertThat(rest.at("/next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/events?limit=0",
        "/api/v1/events?limit=501",
        "/api/v1/events?limit=x",
        "/api/v1/events?kind=nothing",
        "/api/v1/events?from=noon",
        "/api/v1/events?cursor=nonsense!",
        "/api/v1/alerts?state=maybe"
    })
    void parametersThatMakeNoSenseAreRefused(String path) {
        assertProblem(get(path), 400);
    }

    @Test
    void alertsAreReadWithTheirDiagnosis() {
        Alerts alerts = server.part(Alerts.class);
        String service = "s" + UUID.randomUUID();
        Alert alert = alerts.fire(new NewAlert(
                "f" + UUID.randomUUID(),
                Optional.of(service),
                "pool <script>alert(1)</script>",
                "Pool timeouts",
                "31 a minute",
                Severity.CRITICAL,
                Instant.now()));
        alerts.diagnosed(alert.id(), "{\"cause\":\"slow-query\"}");

        JsonNode one = json(get("/api/v1/alerts/" + alert.id()));

        assertThat(one.at("/diagnosis/cause").asText()).isEqualTo("slow-query");
        assertThat(one.at("/severity").asText()).isEqualTo("critical");
        assertThat(json(get("/api/v1/alerts?state=firing&service=" + service)).at("/items/0"))
                .isEqualTo(one);
        assertThat(json(get("/api/v1/alerts?state=resolved&service=" + service)).at("/items"))
                .isEmpty();
        assertProblem(get("/api/v1/alerts/" + UUID.randomUUID()), 404);
        assertProblem(get("/api/v1/alerts/x"), 404);
    }

    @Test
    void whoHasReadAListIsToldThatItIsTheSame() {
        HttpResponse<String> first = get("/api/v1/events?limit=1");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> same = program.get("/api/v1/events?limit=1", "Authorization", admin, "If-None-Match", tag);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
    }

    @Test
    void anAccountIsOpenedChangedAndShut() {
        String name = "bob" + System.nanoTime();

        HttpResponse<String> opened = post("/api/v1/users", "{\"name\":\"%s\",\"role\":\"viewer\"}".formatted(name));
        String id = json(opened).at("/user/id").asText();
        String password = json(opened).at("/oneTimePassword").asText();

        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Cache-Control")).contains("no-store");
        Browser bob = server.browser();
        assertThat(bob.signIn(name, password)).isEqualTo("/");
        assertThat(Browser.location(bob.get("/"))).isEqualTo("/password");
        assertProblem(post("/api/v1/users", "{\"name\":\"%s\",\"role\":\"viewer\"}".formatted(name)), 409);

        HttpResponse<String> shut =
                program.json("PATCH", "/api/v1/users/" + id, "{\"disabled\":true}", "Authorization", admin);

        assertThat(json(shut).at("/disabled").asBoolean()).isTrue();
        assertThat(json(shut).at("/role").asText()).isEqualTo("viewer");
        assertThat(Browser.location(bob.get("/"))).isEqualTo("/login");
        assertThat(server.browser().signIn(name, password)).isEqualTo("/login?failed");
    }

    @Test
    void nobodyChangesTheirOwnRights() {
        String id = json(get("/api/v1/me")).at("/user/id").asText();

        assertProblem(
                program.json("PATCH", "/api/v1/users/" + id, "{\"role\":\"viewer\"}", "Authorization", admin), 409);
    }

    @Test
    void noAnswerHoldsAHashOrAKey() {
        String all = get("/api/v1/users").body()
                + get("/api/v1/tokens").body()
                + get("/api/v1/me").body()
                + get("/metrics").body();

        assertThat(all).doesNotContain("$2a$", "hash", admin.substring(7));
    }

    @Test
    void aTokenIsShownOnceAndEndsWhenItIsRevoked() {
        HttpResponse<String> made = post("/api/v1/tokens", "{\"name\":\"deploy\",\"scopes\":[\"read\"]}");
        String secret = json(made).at("/secret").asText();
        String id = json(made).at("/token/id").asText();

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(program.get("/api/v1/me", "Authorization", "Bearer " + secret)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/tokens").body()).contains(id).doesNotContain(secret);

        assertThat(program.json("DELETE", "/api/v1/tokens/" + id, "", "Authorization", admin)
                        .statusCode())
                .isEqualTo(204);

        HttpResponse<String> refused = program.get("/api/v1/me", "Authorization", "Bearer " + secret);
        assertProblem(refused, 401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    @Test
    void aTokenNeverDoesMoreThanWhoMadeIt() {
        server.account("vic", Role.VIEWER);
        Browser viewer = server.browser();
        String password = server.account("val", Role.VIEWER);
        viewer.signIn("val", password);

        HttpResponse<String> refused = viewer.json(
                "POST",
                "/api/v1/tokens",
                "{\"name\":\"x\",\"scopes\":[\"read\",\"write:changes\"]}",
                "X-XSRF-TOKEN",
                viewer.token("/password"));

        assertProblem(refused, 403);
        assertThat(json(refused).at("/found").asText()).isEqualTo("write:changes");
        assertThat(json(refused).at("/accepted").toString()).isEqualTo("[\"read\"]");
    }

    @Test
    void aTokenMakesNoTokenBeyondItsOwnScopes() {
        String narrow = "Bearer " + server.token("ann", Scope.ADMIN, Scope.READ);

        HttpResponse<String> refused = program.json(
                "POST", "/api/v1/tokens", "{\"name\":\"x\",\"scopes\":[\"write:metrics\"]}", "Authorization", narrow);

        assertProblem(refused, 403);
    }

    @Test
    void ownMetricsAreReadByPrometheus() {
        post("/api/v1/changes", "{\"kind\":\"deployment\",\"title\":\"counted\"}");

        HttpResponse<String> metrics = get("/metrics");

        assertThat(metrics.headers().firstValue("Content-Type")).contains("text/plain;version=0.0.4;charset=utf-8");
        assertThat(metrics.body())
                .contains("poolwright_events_written_total{kind=\"deployment\"}")
                .contains("poolwright_http_server_requests_seconds_count{method=\"POST\",route=\"/api/v1/changes\"")
                .contains("jvm_memory_used_bytes")
                .contains("process_cpu_usage")
                .doesNotContain("route=\"/api/v1/nothing");
    }

    @Test
    void eachAnswerHasTheIdOfItsRequest() {
        assertThat(get("/api/v1/me").headers().firstValue("X-Request-Id")).isPresent();
        assertThat(program.get("/health/live", "X-Request-Id", "mine-1")
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("mine-1");
        assertThat(program.get("/health/live", "X-Request-Id", "a b\"c")
                        .headers()
                        .firstValue("X-Request-Id"))
                .isNotEqualTo(Optional.of("a b\"c"));
    }

    private static HttpResponse<String> get(String path) {
        return program.get(path, "Authorization", admin);
    }

    private static HttpResponse<String> post(String path, String body, String... more) {
        String[] headers = new String[more.length + 2];
        System.arraycopy(more, 0, headers, 0, more.length);
        headers[more.length] = "Authorization";
        headers[more.length + 1] = admin;
        return program.json("POST", path, body, headers);
    }

    /** A change of exactly so many bytes, whose title is the rest. */
    private static String padded(int bytes) {
        String frame = "{\"kind\":\"deployment\",\"title\":\"\"}";
        String spaces = " ".repeat(bytes - frame.length() - 600);
        return frame.replace("\"\"", "\"" + "t".repeat(600) + "\"") + spaces;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(response).at("/status").asInt()).isEqualTo(status);
        assertThat(json(response).at("/detail").asText()).isNotEmpty();
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(response.body(), e);
        }
    }
}
