package io.poolwright.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.2 AA: text stands out from its ground by 4.5 to 1, lines by 3 to 1, in every theme. */
class PaletteTest {
    private static final Pattern THEME = Pattern.compile(":root \\{([^}]*)}");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{3,6});");

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "ink, ground, 4.5", "ink, card, 4.5", "muted, ground, 4.5", "muted, card, 4.5", "muted, band, 4.5",
        "calm, ground, 4.5", "failed, ground, 4.5", "late, ground, 4.5", "plum, band, 3", "good, band, 3",
        "failed, band, 3", "calm, band, 3", "good, ground, 3", "failed, failed-ground, 3", "late, late-ground, 3"
    })
    void standsOut(String front, String back, double least) {
        List<Map<String, String>> themes = themes();

        assertThat(themes).hasSize(3).allSatisfy(theme -> assertThat(contrast(theme.get(front), theme.get(back)))
                .isGreaterThanOrEqualTo(least));
    }

    private static List<Map<String, String>> themes() {
        return THEME.matcher(ReportHtml.write(SampleStory.empty()))
                .results()
                .map(theme -> {
                    Map<String, String> colours = new HashMap<>();
                    Matcher colour = COLOUR.matcher(theme.group(1));
                    while (colour.find()) {
                        colours.put(colour.group(1), colour.group(2));
                    }
                    return colours;
                })
                .toList();
    }

    private static double contrast(String a, String b) {
        double one = luminance(a);
        double other = luminance(b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String colour) {
        String hex = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int from) {
        double value = Integer.parseInt(hex.substring(from, from + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
