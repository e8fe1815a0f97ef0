package io.poolwright.audit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.model.stack.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LibraryTest {
    private static final RuleSpec SPEC = new RuleSpec(
            "db-connections-overcommitted",
            "Sum of all pools exceeds the database limit",
            Severity.CRITICAL,
            Scope.CROSS_LAYER,
            List.of(Layer.DB),
            "PostgreSQL manual");
    private static final Library LIBRARY = new Library(Docs::page, List.of(SPEC));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxLifetime",
                "max-lifetime",
                "MAX_LIFETIME",
                "hikaricp.maxLifetime",
                "spring.datasource.hikari.max-lifetime",
                "SPRING_DATASOURCE_HIKARI_MAX_LIFETIME",
                "spring.datasource.hikari.max-lifetime: 20000",
                "maxLifetime=20000"
            })
    void everySpellingOfASettingIsFound(String spelling) {
        assertThat(LIBRARY.explain(spelling).answers()).extracting(Answer::id).contains("hikaricp.maxLifetime");
    }

    @ParameterizedTest
    @CsvSource({
        "timeout queue, haproxy.timeout queue",
        "timeout queue 5s, haproxy.timeout queue",
        "haproxy timeout queue, haproxy.timeout queue",
        "server_lifetime = 0, pgbouncer.server_lifetime",
        "pm.max_children, php-fpm.pm.max_children",
        "proxy_read_timeout 60s;, nginx.proxy_read_timeout",
        "server.tomcat.threads.max, spring-boot.server.tomcat.threads.max",
        "spring.r2dbc.pool.max-acquire-time, r2dbc-pool.maxAcquireTime",
        "wait_timeout, mysql.wait_timeout"
    })
    void settingsOfAllProductsAreFound(String asked, String id) {
        assertThat(LIBRARY.explain(asked).answers()).extracting(Answer::id).contains(id);
    }

    @Test
    void aSettingThatSeveralProductsHaveIsExplainedForEach() {
        assertThat(LIBRARY.explain("socketTimeout").answers())
                .extracting(Answer::id)
                .contains("pgjdbc.socketTimeout", "connector-j.socketTimeout", "mariadb-connector-j.socketTimeout");
    }

    @Test
    void aProductListsItsSettings() {
        Explanation explanation = LIBRARY.explain("pgbouncer");

        assertThat(explanation.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.kind()).isEqualTo(Answer.Kind.PRODUCT);
            assertThat(answer.field("Settings").orElseThrow()).contains("pool_mode, max_client_conn");
        });
    }

    @Test
    void aRuleWithoutAPageStillNamesItsSource() {
        Library bare = new Library(path -> Optional.empty(), List.of(SPEC));

        assertThat(bare.explain("DB_CONNECTIONS_OVERCOMMITTED").answers())
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.title()).isEqualTo("Sum of all pools exceeds the database limit");
                    assertThat(answer.field("Severity")).contains("critical, cross-layer");
                    assertThat(answer.field("Source")).contains("PostgreSQL manual");
                });
    }

    @Test
    void theNumbersOfTheLineDecide() {
        Answer dead = only(
                "HikariPool-1 - Connection is not available, request timed out after 30001ms (total=0, active=0, idle=0, waiting=7)");
        Answer full = only(
                "HikariPool-1 - Connection is not available, request timed out after 30001ms (total=10, active=10, idle=0, waiting=7)");
        Answer odd = only(
                "HikariPool-1 - Connection is not available, request timed out after 250ms (total=10, active=3, idle=7, waiting=1)");
        Answer old = only("HikariPool-1 - Connection is not available, request timed out after 30000ms.");

        assertThat(says(dead)).singleElement().asString().startsWith("The pool has no connection at all");
        assertThat(says(full)).singleElement().asString().startsWith("Every connection is used and callers wait");
        assertThat(says(odd)).hasSize(2).anySatisfy(text -> assertThat(text).startsWith("Connections were idle"));
        assertThat(says(old)).isEmpty();
        assertThat(full.field("In this line"))
                .contains("waited = 30001, total = 10, active = 10, idle = 0, waiting = 7");
    }

    @Test
    void causesThatTheNumbersRuleOutAreNotTold() {
        Answer idle = only(
                "HikariPool-1 - Connection is not available, request timed out after 3000ms (total=10, active=3, idle=7, waiting=1)");
        Answer full = only(
                "HikariPool-1 - Connection is not available, request timed out after 3000ms (total=10, active=10, idle=0, waiting=7)");
        Answer old = only("HikariPool-1 - Connection is not available, request timed out after 30000ms.");

        assertThat(likely(idle)).hasSize(3).noneMatch(cause -> cause.contains("too small"));
        assertThat(likely(full)).hasSize(4).noneMatch(cause -> cause.contains("stood still"));
        assertThat(likely(old)).hasSize(7);
    }

    @Test
    void theDeepestCauseOfAStackTraceComesFirst() {
        Explanation explanation = LIBRARY.explain("""
                org.springframework.transaction.CannotCreateTransactionException: Could not open JPA EntityManager for transaction
                    at org.springframework.orm.jpa.JpaTransactionManager.doBegin(JpaTransactionManager.java:466)
                Caused by: java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 3000ms (total=0, active=0, idle=0, waiting=0)
                    at com.zaxxer.hikari.pool.HikariPool.createTimeoutException(HikariPool.java:686)
                Caused by: org.postgresql.util.PSQLException: FATAL: sorry, too many clients already
                """);

        assertThat(explanation.answers())
                .extracting(Answer::id)
                .containsExactly("pg-too-many-clients", "hikari-timeout", "spring-transaction");
    }

    @ParameterizedTest
    @CsvSource({
        "question 7, 7",
        "q26, 26",
        "how big should my pool be?, 26",
        "pool sizing, 26",
        "nested transaction deadlock, 14",
        "virtual threads, 27",
        "why is my pool full, 1"
    })
    void questionsAreFoundByTheirWords(String asked, String number) {
        assertThat(LIBRARY.explain(asked).answers()).singleElement().satisfies(answer -> {
            assertThat(answer.kind()).isEqualTo(Answer.Kind.QUESTION);
            assertThat(answer.id()).isEqualTo(number);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "maxLifetmie, maxLifetime",
        "db-connection-overcommitted, db-connections-overcommitted",
        "pgbouncr, pgbouncer",
        "server_lifetim, server_lifetime"
    })
    void aSlipOfTheFingerIsNoticedButNotAnswered(String asked, String meant) {
        Explanation explanation = LIBRARY.explain(asked);

        assertThat(explanation.known()).isFalse();
        assertThat(explanation.near()).contains(meant);
    }

    @Test
    void nothingIsKnownAboutNothing() {
        assertThat(LIBRARY.explain(" \n ").known()).isFalse();
        assertThat(LIBRARY.explain("xyzzy").near()).isEmpty();
    }

    @Test
    void messagesAreFoundNineteenTimesInTwenty() {
        List<String> missed = new ArrayList<>();
        List<String> lines = Docs.lines("/explain/messages.txt");
        for (String line : lines) {
            int bar = line.indexOf(" | ");
            List<Answer> answers = LIBRARY.explain(line.substring(bar + 3)).answers();
            if (answers.isEmpty() || !answers.get(0).id().equals(line.substring(0, bar))) {
                missed.add(line + " -> " + answers.stream().map(Answer::id).toList());
            }
        }

        System.out.printf("explain: %d of %d messages found%n", lines.size() - missed.size(), lines.size());
        assertThat(lines).hasSizeGreaterThanOrEqualTo(300);
        assertThat(missed).hasSizeLessThanOrEqualTo(lines.size() / 20);
    }

    @Test
    void noiseIsUnknown() {
        List<String> guessed = Docs.lines("/explain/noise.txt").stream()
                .filter(line -> LIBRARY.explain(line).known())
                .toList();

        assertThat(guessed).isEmpty();
    }

    @Property(tries = 300)
    @Tag("property")
    void anyTextIsAnsweredOrUnknown(@ForAll String text) {
        assertThat(LIBRARY.explain(text).asked()).isEqualTo(text);
    }

    private static Answer only(String line) {
        List<Answer> answers = LIBRARY.explain(line).answers();
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    private static List<String> says(Answer answer) {
        return texts(answer, "So");
    }

    private static List<String> likely(Answer answer) {
        return texts(answer, "Likely");
    }

    private static List<String> texts(Answer answer, String name) {
        return answer.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(Field::text)
                .toList();
    }
}
