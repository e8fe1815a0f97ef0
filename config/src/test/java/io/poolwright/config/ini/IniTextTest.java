package io.poolwright.config.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IniTextTest {
    @Test
    void everyEntryKnowsItsSectionAndLine() {
        List<IniEntry> entries = IniText.parse("f", """
                ; comment
                [mysqld]
                port = 3306

                skip-name-resolve
                # another
                [client]
                port=3307
                """, IniDialect.MYSQL);

        assertThat(entries)
                .containsExactly(
                        new IniEntry("mysqld", "", Optional.empty(), at(2)),
                        new IniEntry("mysqld", "port", Optional.of("3306"), at(3)),
                        new IniEntry("mysqld", "skip-name-resolve", Optional.empty(), at(5)),
                        new IniEntry("client", "", Optional.empty(), at(7)),
                        new IniEntry("client", "port", Optional.of("3307"), at(8)));
    }

    @Test
    void aStarIsAKeyAndOneKeyMayStandTwice() {
        assertThat(IniText.parse("f", "[databases]\n* = host=db\na = host=x\na = host=y\n", IniDialect.PGBOUNCER))
                .extracting(IniEntry::key, entry -> entry.value().orElse(""))
                .contains(tuple("*", "host=db"), tuple("a", "host=x"), tuple("a", "host=y"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a = 5 # five, 5",
                "a = '5 # five', 5 # five",
                "a = \"5\", 5",
                "a = 5\\s6, 5 6",
                "a = C:\\\\x, C:\\x",
                "a = C:\\x, C:\\x",
                "a = 'it\\'s', it's",
                "a = ;5, ;5"
            })
    void mysqlTakesCommentsQuotesAndEscapesOff(String line, String value) {
        assertThat(IniText.parse("f", line, IniDialect.MYSQL))
                .extracting(entry -> entry.value().orElse("none"))
                .containsExactly(value);
    }

    @Test
    void pgbouncerTakesTheWholeRestOfTheLine() {
        assertThat(IniText.parse("f", "a = '5' ; five # 5", IniDialect.PGBOUNCER))
                .extracting(entry -> entry.value().orElse("none"))
                .containsExactly("'5' ; five # 5");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "password = sesame, (redacted)",
                "password = 12345, (redacted)",
                "shop = host=db password=sesame port=1, host=db password=(redacted) port=1",
                "shop = host=db password='open ''sesame'' now' port=1, host=db password=(redacted) port=1",
                "shop = host=db password = sesame, host=db password = (redacted)",
                "url = postgres://u:sesame@h/d, postgres://u:(redacted)@h/d"
            })
    void secretsNeverLeaveTheFile(String line, String value) {
        assertThat(IniText.parse("f", line, IniDialect.PGBOUNCER))
                .extracting(entry -> entry.value().orElse("none"))
                .containsExactly(value);
    }

    @Test
    void aFileThatIncludesItselfIsRefused() {
        IncludeTrail trail = new IncludeTrail("a");

        assertThatThrownBy(() -> trail.enter(at(3), "a"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessage(
                        "f:3: found an include of 'a', which is being read already; accepted: no loop; write: remove"
                                + " the include");
    }

    @Test
    void tenLevelsAreReadAndElevenRefused() {
        IncludeTrail trail = new IncludeTrail("0");
        for (int i = 1; i <= 10; i++) {
            trail.enter(at(1), String.valueOf(i));
        }

        assertThatThrownBy(() -> trail.enter(at(1), "11"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageContaining("includes nested deeper than 10");
    }

    @Property(tries = 2000)
    void anyTextIsRead(@ForAll("texts") String text) {
        for (IniDialect dialect : IniDialect.values()) {
            assertThat(IniText.parse("f", text, dialect)).isNotNull();
        }
    }

    @Test
    void oneLineOfMegabytesTakesNoTime() {
        String line = "a = password=" + "'x' password=".repeat(200_000) + "\n";

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> IniText.parse("f", line + line, IniDialect.PGBOUNCER));
    }

    @Provide
    Arbitrary<String> texts() {
        return HostileTexts.any();
    }

    private static Origin at(int line) {
        return new Origin("f", line);
    }
}
