package io.poolwright.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportMarkdownTest {
    private static final Story OUTAGE = SampleStory.outage();

    @Test
    void hasTheSectionsOfAPostMortemInTheirOrder() {
        String report = ReportMarkdown.write(OUTAGE);

        assertThat(report.lines().filter(line -> line.startsWith("# ") || line.startsWith("## ")))
                .containsExactly(
                        "# Post-mortem: Database timeouts empty the pool",
                        "## Issue Summary",
                        "## Timeline",
                        "## Root Cause and Resolution",
                        "## Corrective and Preventative Measures",
                        "## Figures");
    }

    @Test
    void saysTheWholeOutageInOneSentence() {
        assertThat(ReportMarkdown.write(OUTAGE))
                .contains("**✓ Recovered.** From 10:00:30 to 10:01:29 UTC, 28 % of requests failed or came late;"
                        + " the probable cause is: driver socketTimeout too short (socketTimeout: 1 s → 30 s);"
                        + " customers were served as before 4.0 s after the fix.");
    }

    @Test
    void refutesTheMisleadingPathByMeasurement() {
        assertThat(ReportMarkdown.write(OUTAGE))
                .contains(
                        "- **10:01:00** (+60 s) ✗ misleading: scaled out by one instance, on the assumption of server overload.\n"
                                + "  - measured: customers served well fell from 166/s to 111/s\n"
                                + "  - measured: database backends went from 53 to 54 of 57\n");
    }

    @Test
    void namesTheParameterAndHowItWasComputed() {
        assertThat(ReportMarkdown.write(OUTAGE))
                .contains("- **Parameter:** socketTimeout\n")
                .contains("- **Set at:** shop-1/application.properties:14\n")
                .contains("- **In force:** 1 s\n")
                .contains("- **Suggested:** 30 s\n")
                .contains("- **Computed:** Zombie law: 12/s abandoned × 2.2 s mean excess = 26 backends");
    }

    @Test
    void showsEvidenceSuspectsWarningsAndFirstAid() {
        assertThat(ReportMarkdown.write(OUTAGE))
                .contains(
                        "| + for | 12/s sessions end because the client hung up (pg_stat_database.sessions_abandoned) | +8 |")
                .contains(
                        "| ◐ contributing | Recent deployment | it carried the cause: it shipped socketTimeout 30 → 1 | +8 |")
                .contains(
                        "| ○ cleared | Server overload | the busiest instance uses 16 % of its processors (line 70 %) | -60 |")
                .contains("- Do not scale out: another instance may open 20 connections, and 55 of 57 are taken.")
                .contains("- client_connection_check_interval is 0: ALTER SYSTEM SET");
    }

    @Test
    void leavesOwnersAndDatesToPeople() {
        assertThat(ReportMarkdown.write(OUTAGE))
                .contains("1. **Configuration.** Set socketTimeout to 30 s in every environment; found at:"
                        + " shop-1/application.properties:14. (owner: to be named; due: to be agreed)");
    }

    @Test
    void everyMomentIsInTheTimeline() {
        Story story = OUTAGE;

        String report = ReportMarkdown.write(story);

        assertThat(story.moments())
                .allSatisfy(moment -> assertThat(report).contains(ReportMarkdown.text(moment.text())));
    }

    @Test
    void healthyControlReadsAsGoodNews() {
        assertThat(ReportMarkdown.write(SampleStory.healthy()))
                .contains(
                        "**○ Nothing was wrong.** Nothing was broken and no alert fired: 100 % of requests were served well.")
                .contains("None was looked for: no alert fired.")
                .contains("None: nothing was found that calls for one.")
                .contains("### Layers over the whole run (means)")
                .doesNotContain("### Warnings");
    }

    @Test
    void whatWasNotMeasuredIsUnknown() {
        assertThat(ReportMarkdown.write(SampleStory.empty()))
                .contains("**? Unknown.** No alert fired and no request was measured: nothing can be said.")
                .contains("- **Impact:** Unknown: no request of that time was measured.")
                .contains("| Database: backends | unknown |")
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    @Test
    void silentAlarmIsSaidPlainly() {
        Story healthy = SampleStory.healthy();
        Story missed = with(healthy, SampleStory.outcome(Optional.of("connection-leak"), List.of(), List.of()));

        assertThat(ReportMarkdown.write(missed)).contains("**✗ Not noticed.**").contains("and no alert fired.");
    }

    @Test
    void unknownCauseStaysUnknown() {
        Story unsolved =
                with(OUTAGE, SampleStory.outcome(Optional.of("socket-timeout-too-short"), List.of(), List.of()));

        assertThat(ReportMarkdown.write(unsolved))
                .contains("**✗ Not recovered.** Since 10:00:30 UTC, ")
                .contains("; the cause is unknown; customers were not served as before within the time allowed.")
                .contains("First alert unknown after the onset; no cause was named.")
                .contains("it brought about driver socketTimeout too short, and the diagnosis did not find it.")
                .contains("1. **Diagnosis.** Find the cause by hand")
                .doesNotContain("### The parameter");
    }

    @Test
    void falseAlarmIsSaidPlainly() {
        Story healthy = SampleStory.healthy();
        Story alarmed = new Story(
                healthy.title(),
                healthy.startedAt(),
                healthy.onset(),
                healthy.endedAt(),
                healthy.environment(),
                List.of(SampleStory.moment(5, Moment.Kind.ALERT, "Requests fail")),
                healthy.customers(),
                healthy.frames(),
                healthy.conclusion(),
                healthy.outcome());

        assertThat(ReportMarkdown.write(alarmed))
                .contains("**▲ False alarm.** Nothing was broken, yet an alert fired at 10:00:05 UTC;")
                .contains("An alert fired, though nothing was broken; no cause was named.")
                .contains("1. **Alert.** Find out what made the alert fire in good health, and correct its line.");
    }

    @Test
    void invalidRunProvesNothing() {
        Story healthy = SampleStory.healthy();
        Story invalid = with(healthy, SampleStory.outcome(Optional.empty(), List.of(), List.of("the load fell short")));

        assertThat(ReportMarkdown.write(invalid))
                .contains("**∅ Proves nothing.** This run proves nothing: the load fell short.")
                .contains("**Not valid:** The load fell short.");
    }

    @Test
    void markupInMeasuredTextStaysText() {
        assertThat(ReportMarkdown.text("a|b <script> `x`\n# no *heading* [link]"))
                .isEqualTo("a\\|b &lt;script&gt; \\`x\\` # no \\*heading\\* \\[link]");
    }

    @Test
    void sameStoryGivesTheSameBytesInEveryLocale() {
        String here = ReportMarkdown.write(OUTAGE);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(ReportMarkdown.write(OUTAGE)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    static Story with(Story story, Outcome outcome) {
        return new Story(
                story.title(),
                story.startedAt(),
                story.onset(),
                story.endedAt(),
                story.environment(),
                story.moments(),
                story.customers(),
                story.frames(),
                story.conclusion(),
                outcome);
    }
}
