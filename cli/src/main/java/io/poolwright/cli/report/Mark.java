package io.poolwright.cli.report;

import java.util.Locale;

/** The sign of a moment: a word and a shape, so that colour is never needed to tell two apart. */
public enum Mark {
    PHASE("phase", "▸", "M-3,-5L4,0L-3,5Z"),
    CHANGE("change", "◆", "M0,-5.5L5.5,0L0,5.5L-5.5,0Z"),
    ALERT("alert", "▲", "M0,-5.5L5.5,4.5L-5.5,4.5Z"),
    CAUSE("cause named", "●", "M-5,0A5,5 0 1 1 5,0A5,5 0 1 1 -5,0Z"),
    MISLEADING(
            "misleading", "✗", "M-5,-3.4L-3.4,-5L0,-1.6L3.4,-5L5,-3.4L1.6,0L5,3.4L3.4,5L0,1.6L-3.4,5L-5,3.4L-1.6,0Z"),
    FIX("fix", "▼", "M0,5.5L5.5,-4.5L-5.5,-4.5Z"),
    RECOVERY("recovery", "✓", "M-5.5,0.4L-3.7,-1.4L-1.6,0.8L3.8,-4.6L5.5,-2.9L-1.6,4.4Z"),
    NOW("load now", "▾", "M-5,-4L5,-4L0,5Z"),
    PROMISE("promise kept up to", "◆", "M0,-5.5L5.5,0L0,5.5L-5.5,0Z"),
    SHOCK("gets over a shock up to", "▲", "M0,-5.5L5.5,4.5L-5.5,4.5Z"),
    COLLAPSE(
            "stands by itself up to",
            "✗",
            "M-5,-3.4L-3.4,-5L0,-1.6L3.4,-5L5,-3.4L1.6,0L5,3.4L3.4,5L0,1.6L-3.4,5L-5,3.4L-1.6,0Z"),
    CHOSEN("recommended", "●", "M-5,0A5,5 0 1 1 5,0A5,5 0 1 1 -5,0Z");

    private final String word;
    private final String glyph;
    private final String outline;

    Mark(String word, String glyph, String outline) {
        this.word = word;
        this.glyph = glyph;
        this.outline = outline;
    }

    static Mark of(Moment.Kind kind) {
        return valueOf(kind.name());
    }

    public String word() {
        return word;
    }

    public String glyph() {
        return glyph;
    }

    /** The shape as an SVG path around the origin, 11 units wide. */
    public String outline() {
        return outline;
    }

    /** Its class in the style sheet. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
