package io.poolwright.config.ini;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that no reader may stumble over. */
public final class HostileTexts {
    private HostileTexts() {}

    /** Any text at all, and texts made of the signs that mean something. */
    public static Arbitrary<String> any() {
        Arbitrary<String> signs = Arbitraries.of(
                        "[",
                        "]",
                        "{",
                        "}",
                        "(",
                        ")",
                        "=",
                        ":",
                        ";",
                        ",",
                        "#",
                        "//",
                        "/*",
                        "*/",
                        "'",
                        "\"",
                        "\\",
                        "\n",
                        "\r\n",
                        " ",
                        "\t",
                        "!include",
                        "!includedir",
                        "%include",
                        "include",
                        "include_dir",
                        "a",
                        "1",
                        "0x",
                        "-",
                        ".",
                        "e9",
                        "\uFEFF",
                        "\0",
                        "mysqld",
                        "pgbouncer",
                        "databases",
                        "password",
                        "://",
                        "@")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(200), signs);
    }

    /** A text of ours with pieces cut out, doubled or replaced. */
    public static Arbitrary<String> mutationsOf(String text) {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, text.length());
        return Arbitraries.of("", "'", "\"", "[", "{", "(", "\n", "\0", "=", "#", "\\", text)
                .flatMap(piece -> place.flatMap(from -> place.map(
                        to -> text.substring(0, Math.min(from, to)) + piece + text.substring(Math.max(from, to)))));
    }
}
