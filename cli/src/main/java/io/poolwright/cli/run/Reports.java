package io.poolwright.cli.run;

import io.poolwright.cli.report.Story;
import java.io.IOException;

/** Writes the report for people, in both its forms. */
final class Reports {

    static void write(Story story, RunFolder folder) throws IOException {}
}
