package io.poolwright.cli.run;

import io.poolwright.cli.report.ReportHtml;
import io.poolwright.cli.report.ReportMarkdown;
import io.poolwright.cli.report.Story;
import java.io.IOException;
import java.nio.file.Files;

/** Writes the report for people, in both its forms. */
final class Reports {
    private Reports() {}

    static void write(Story story, RunFolder folder) throws IOException {
        Files.writeString(folder.markdown(), ReportMarkdown.write(story));
        Files.writeString(folder.html(), ReportHtml.write(story));
    }
}
