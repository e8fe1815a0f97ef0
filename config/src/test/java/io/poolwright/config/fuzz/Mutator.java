package io.poolwright.config.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Spoils texts the way hands, merges, templates and attackers do. The same seed spoils the same way. */
final class Mutator {
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "#",
            ";",
            ":",
            "\t",
            "\r\n",
            "\n\n",
            "\\",
            "${",
            "}}",
            "{{",
            "<<: *a",
            "&a",
            "*a",
            "!!binary ",
            "---\n",
            "%include x",
            "include *;",
            "include_dir '.'",
            "!includedir .",
            "<?php",
            "?>",
            "<!DOCTYPE x>",
            "<![CDATA[",
            "-1",
            "99999999999999999999",
            "0",
            "1e9",
            "NaN",
            "\u0000",
            "\uFEFF",
            "\uD83D\uDE00",
            "=",
            "==",
            "/*",
            "*/",
            "<<EOF",
            "|",
            ">",
            "- ");

    private final SplittableRandom random;
    private final List<String> corpus;

    Mutator(long seed, List<String> corpus) {
        this.random = new SplittableRandom(seed);
        this.corpus = corpus;
    }

    /** The text, spoilt in one to eight places. */
    String spoil(String text) {
        StringBuilder spoilt = new StringBuilder(text);
        int places = 1 + random.nextInt(8);
        for (int i = 0; i < places; i++) {
            once(spoilt);
        }
        return spoilt.toString();
    }

    private void once(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(40));
        switch (random.nextInt(8)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
            case 2 -> text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(4)));
            case 3 -> text.setLength(at);
            case 4 -> text.replace(at, Math.min(text.length(), at + 1), String.valueOf((char) random.nextInt(256)));
            case 5 -> splice(text, at);
            case 6 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())).repeat(1 + random.nextInt(200)));
            default -> swapLines(text);
        }
    }

    private void splice(StringBuilder text, int at) {
        String other = corpus.get(random.nextInt(corpus.size()));
        if (!other.isEmpty()) {
            int from = random.nextInt(other.length());
            text.insert(at, other, from, Math.min(other.length(), from + random.nextInt(120)));
        }
    }

    private void swapLines(StringBuilder text) {
        List<String> lines = new ArrayList<>(text.toString().lines().toList());
        if (lines.size() > 1) {
            Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
            text.setLength(0);
            text.append(String.join("\n", lines)).append('\n');
        }
    }
}
