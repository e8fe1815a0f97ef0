package io.poolwright.config.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationTest {

    private static Settings read(String text) {
        return Settings.of(Declaration.parse("poolwright.yaml", text));
    }

    @Test
    void everyFactHasItsKeyItsUnitAndItsLine() {
        Settings facts = read("""
                budget:
                  client: 30s
                stack:
                  shop:
                    rate: {peak: 340}
                    replicas: 4
                    surge: 25%
                databases:
                  db: {cores: 8, memory: 32Gi, max_connections: 200}
                versions: {hikaricp: 7.1.0}
                differences:
                  intended: [maximumPoolSize, connectionTimeout]
                """);

        assertThat(facts.duration("budget.client").get()).isEqualTo(Duration.ofSeconds(30));
        assertThat(facts.duration("budget.client").origin()).hasToString("Optional[poolwright.yaml:2]");
        assertThat(facts.number("stack.shop.rate.peak").get()).isEqualTo(340.0);
        assertThat(facts.count("stack.shop.replicas").get()).isEqualTo(4);
        assertThat(facts.count("stack.shop.surge").get()).isEqualTo(25);
        assertThat(facts.bytes("databases.db.memory").get()).hasToString("32 GiB");
        assertThat(facts.text("versions.hikaricp").get()).isEqualTo("7.1.0");
        assertThat(facts.text("differences.intended").get()).isEqualTo("maximumPoolSize, connectionTimeout");
    }

    @Test
    void anUnknownKeyNamesTheOneThatWasMeant() {
        assertThatThrownBy(() -> read("databases:\n  db:\n    max_connection: 100\n"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessage("poolwright.yaml:3: found unknown key 'databases.db.max_connection'; "
                        + "accepted: cores, memory, role, max_connections, reserved; write: max_connections");
        assertThatThrownBy(() -> read("budgets:\n  client: 3s\n"))
                .hasMessageStartingWith("poolwright.yaml:1: found unknown key 'budgets'")
                .hasMessageEndingWith("write: budget");
    }

    @ParameterizedTest
    @CsvSource({
        "'budget: {client: 30}', a time with its unit",
        "'stack: {a: {replicas: many}}', a whole number",
        "'stack: {a: {rate: {peak: x}}}', a number",
        "'databases: {a: {memory: big}}', an amount of memory",
        "'budget: 30s', client",
        "'[]', stack"
    })
    void aValueWithoutItsUnitIsRefused(String text, String accepted) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageContaining("accepted: " + accepted);
    }

    @Test
    void theSchemaKnowsTheSameKeys() throws IOException {
        String schema = Files.readString(Path.of("../docs/poolwright.schema.json"));
        String page = Files.readString(Path.of("../docs/poolwright-yaml.md"));

        for (DeclaredKey key : DeclaredKey.ALL) {
            String last = key.path().get(key.path().size() - 1);
            assertThat(last.equals("*") || schema.contains("\"" + last + "\""))
                    .as(String.valueOf(key))
                    .isTrue();
            assertThat(page).contains("`" + String.join(".", key.path()).replace("*", "<name>") + "`");
        }
    }

    @Test
    void anEmptyFileSaysNothing() {
        assertThat(Declaration.parse("poolwright.yaml", "# nothing yet\n")).isEmpty();
        assertThat(Declaration.parse("poolwright.yaml", "stack:\n")).isEmpty();
    }

    @Property(tries = 500)
    void neverFailsOtherwise(@ForAll String text) {
        try {
            for (Setting<?> fact : Declaration.parse("poolwright.yaml", "stack: {a: {budget: '" + text + "'}}")) {
                assertThat(fact.isKnown()).isTrue();
            }
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isPositive();
        }
    }
}
