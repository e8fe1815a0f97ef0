package io.poolwright.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportHtmlTest {
    private static final Story OUTAGE = SampleStory.outage();
    private static final String HOSTILE = "<script>alert(\"x\")</script> & 'quote'";

    @Test
    void needsNothingElse() {
        String report = ReportHtml.write(OUTAGE);

        assertThat(report)
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("@import")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    @Test
    void saysTheSameAsTheMarkdown() {
        Story story = OUTAGE;
        PostMortem report = PostMortem.of(Case.of(story));

        String html = ReportHtml.write(story);
        String markdown = ReportMarkdown.write(story);

        assertThat(html).contains(Html.text(report.headline()));
        assertThat(markdown).contains(ReportMarkdown.text(report.headline()));
        for (Table table : report.figures()) {
            for (List<String> row : table.rows()) {
                assertThat(row).allSatisfy(cell -> {
                    assertThat(html).contains(">" + Html.text(cell) + "</td>");
                    assertThat(markdown).contains("| " + ReportMarkdown.text(cell) + " |");
                });
            }
        }
    }

    @Test
    void everyChartHasItsTable() {
        String report = ReportHtml.write(OUTAGE);

        assertThat(count(report, "<figure ")).isEqualTo(6);
        assertThat(count(report, "<details><summary>The same numbers as a table"))
                .isEqualTo(6);
        assertThat(count(report, "role=\"img\"")).isEqualTo(12);
    }

    @Test
    void silenceIsAGapAndTheTableSaysUnknown() {
        String report = ReportHtml.write(OUTAGE);
        String database =
                report.substring(report.indexOf("id=\"chart-database\""), report.indexOf("id=\"chart-zombies\""));

        assertThat(count(database.substring(0, database.indexOf("class=\"narrow\"")), "class=\"line first\""))
                .as("one swatch and a line of two runs")
                .isEqualTo(3);
        assertThat(database).contains("<td class=\"number\">72</td><td>10:01:12</td><td class=\"number\">unknown</td>");
    }

    @Test
    void hostileTextStaysText() {
        Story story = hostile();

        assertThat(ReportHtml.write(story))
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;quote&#39;");
    }

    @Test
    void drawingsAreWellFormed() throws Exception {
        String report = ReportHtml.write(hostile());
        List<String> drawings = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL)
                .matcher(report)
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(drawings).hasSizeGreaterThan(12);
        for (String drawing : drawings) {
            assertThat(drawing).doesNotContain("NaN");
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(drawing)));
        }
    }

    @Test
    void healthyControlHasNoCause() {
        assertThat(ReportHtml.write(SampleStory.healthy()))
                .contains(
                        "<p class=\"state healthy\"><span class=\"shape\" aria-hidden=\"true\">○</span> Nothing was wrong</p>")
                .doesNotContain("as-is-to-be\"");
    }

    @Test
    void chartOfNothingSaysSo() {
        assertThat(ReportHtml.write(SampleStory.empty()))
                .contains("? Unknown: none of it was measured.")
                .doesNotContain("role=\"img\"")
                .doesNotContain("NaN");
    }

    @Test
    void sameStoryGivesTheSameBytesInEveryLocale() {
        String here = ReportHtml.write(OUTAGE);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(ReportHtml.write(OUTAGE)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Story hostile() {
        return new Story(
                HOSTILE,
                OUTAGE.startedAt(),
                OUTAGE.onset(),
                OUTAGE.endedAt(),
                Map.of(HOSTILE, HOSTILE),
                Arrays.stream(Moment.Kind.values())
                        .map(kind -> new Moment(OUTAGE.startedAt(), kind, HOSTILE))
                        .toList(),
                OUTAGE.customers(),
                OUTAGE.frames(),
                OUTAGE.conclusion(),
                SampleStory.outcome(
                        Optional.of(HOSTILE), List.of(new Outcome.PhaseGoodput(HOSTILE, 1, 2)), List.of(HOSTILE)));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
