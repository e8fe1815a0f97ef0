package io.poolwright.cli.report;

import java.util.Locale;

/** How it stands, as a word and a shape. */
enum State {
    VOID("∅", "Proves nothing"),
    UNKNOWN("?", "Unknown"),
    HEALTHY("○", "Nothing was wrong"),
    FALSE_ALARM("▲", "False alarm"),
    UNNOTICED("✗", "Not noticed"),
    RECOVERED("✓", "Recovered"),
    NOT_RECOVERED("✗", "Not recovered");

    private final String glyph;
    private final String word;

    State(String glyph, String word) {
        this.glyph = glyph;
        this.word = word;
    }

    static State of(Case it) {
        Outcome outcome = it.story().outcome();
        if (!outcome.invalid().isEmpty()) {
            return VOID;
        }
        if (!it.alerted()) {
            return it.broken() ? UNNOTICED : it.impact().hurt().isPresent() ? HEALTHY : UNKNOWN;
        }
        if (!it.broken()) {
            return FALSE_ALARM;
        }
        return outcome.recovered() ? RECOVERED : NOT_RECOVERED;
    }

    String glyph() {
        return glyph;
    }

    String word() {
        return word;
    }

    /** Its class in the style sheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
