package io.poolwright.config.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhpScriptTest {
    private static final String CONFIG = """
            <!doctype html>
            <?php
            // define('A', 'comment');
            # define('B', 'comment');
            /* define('C', 'comment'); */
            #[Attribute]
            define( 'DB_NAME', 'shop' );
            define("DB_HOST", getenv_docker('WORDPRESS_DB_HOST', 'mysql') . ':3306');
            define( 'DB_PASSWORD', 'hunter2' );
            define( 'AUTH_KEY', getenv('AUTH_KEY') ?: 'hunter3' );
            const WP_DEBUG = false;
            $text = "define('D', 'string')" . <<<EOT
              define('E', 'heredoc');
              EOT;
            ini_set( 'max_execution_time', 5 * 60 );
            @ini_set('memory_limit', "{$limit}M");
            set_time_limit(-1);
            function later() {
                define( 'LATER', true );
            }
            if ( ! defined( 'ABSPATH' ) )
                define( 'ABSPATH', dirname( __FILE__ ) . '/' );
            if ( $ssl ) : define( 'FORCE_SSL', true ); else : define('FORCE_SSL', false); endif;
            $wp->define('F', 'method');
            require_once( ABSPATH . 'wp-settings.php' );
            define( 'WP_MEMORY_LIMIT', '256M' );
            """;

    @Test
    void whatIsDefinedSetAndIncludedComesInOrderWithItsLine() {
        assertThat(PhpScript.parse("wp-config.php", CONFIG).statements().stream()
                        .map(PhpScriptTest::line))
                .containsExactly(
                        "7 define DB_NAME = shop",
                        "8 define DB_HOST = env WORDPRESS_DB_HOST or mysql . :3306",
                        "9 define DB_PASSWORD = (redacted)",
                        "10 define AUTH_KEY = env AUTH_KEY or (redacted)",
                        "11 define WP_DEBUG = <false>",
                        "15 ini max_execution_time = 300",
                        "16 ini memory_limit = ?",
                        "17 ini max_execution_time = -1",
                        "19 define LATER = <true> FUNCTION",
                        "22 define ABSPATH = <__DIR__> . / CONDITIONAL",
                        "23 define FORCE_SSL = <true> CONDITIONAL",
                        "23 define FORCE_SSL = <false> CONDITIONAL",
                        "25 require_once <ABSPATH> . wp-settings.php",
                        "26 define WP_MEMORY_LIMIT = 256M");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true|true",
                "FALSE|false",
                "1|true",
                "'0'|false",
                "'yes'|true",
                "''|false",
                "null|false",
                "$x|",
                "getenv('X')|"
            })
    void theTruthOfALiteralIsKnown(String code, String truth) {
        var define = (PhpStatement.Define) PhpScript.parse("f", "<?php define('X', " + code + ");")
                .statements()
                .get(0);

        assertThat(define.value().truth()).isEqualTo(Optional.ofNullable(truth).map(Boolean::valueOf));
    }

    @Test
    void aStringThatIsNotClosedIsNamed() {
        assertThatThrownBy(() -> PhpScript.parse("wp-config.php", "<?php\ndefine('A', 'b);"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessage(
                        "wp-config.php:2: found a string that is not closed; accepted: quotes in pairs; write: '…'");
    }

    @Test
    void depthAndLengthDoNoHarm() {
        assertThat(PhpScript.parse("f", "<?php " + "define('A', ".repeat(50_000))
                        .statements())
                .isEmpty();
        assertThat(PhpScript.parse("f", "<?php " + "{(".repeat(200_000)).statements())
                .isEmpty();
        String deep = "<?php define('A', " + "('x' . ".repeat(100) + "1" + ")".repeat(100) + ");";
        assertThat(PhpScript.parse("f", deep).statements()).hasSize(1);
    }

    @Property(tries = 3000)
    void anyTextIsReadOrNamed(@ForAll("texts") String text) {
        try {
            List<PhpStatement> statements =
                    PhpScript.parse("f", "<?php " + text).statements();

            assertThat(statements)
                    .allSatisfy(each -> assertThat(each.origin().line()).isPositive());
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isPositive();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> known = Arbitraries.of(
                "define(",
                "'X'",
                ",",
                ")",
                ";",
                "require ",
                "ABSPATH",
                " . ",
                "<<<A\n",
                "\nA;",
                "?>",
                "<?php ",
                "<?=",
                "if (",
                "{",
                "}",
                ":",
                "else",
                "endif;",
                "function ",
                "getenv('X')",
                "?:",
                "\"",
                "'",
                "\\",
                "$",
                "const X=",
                "/*",
                "*/",
                "//",
                "\n",
                "->",
                "5",
                "*",
                "-",
                "@",
                "!",
                "(int)");
        return Arbitraries.oneOf(known, known, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static String line(PhpStatement statement) {
        String what;
        PhpValue value;
        if (statement instanceof PhpStatement.Define define) {
            what = "define " + define.constant() + " = ";
            value = define.value();
        } else if (statement instanceof PhpStatement.IniSet ini) {
            what = "ini " + ini.setting() + " = ";
            value = ini.value();
        } else {
            what = ((PhpStatement.Include) statement).keyword() + " ";
            value = ((PhpStatement.Include) statement).target();
        }
        String place = statement.place() == PhpStatement.Place.ALWAYS ? "" : " " + statement.place();
        return statement.origin().line() + " " + what
                + String.join(
                        " . ", value.parts().stream().map(PhpScriptTest::part).toList()) + place;
    }

    private static String part(PhpValue.Part part) {
        if (part instanceof PhpValue.Environment environment) {
            return "env " + environment.name()
                    + environment.otherwise().map(x -> " or " + x).orElse("");
        }
        if (part instanceof PhpValue.Constant constant) {
            return "<" + constant.name() + ">";
        }
        return part.known().orElse("?");
    }
}
