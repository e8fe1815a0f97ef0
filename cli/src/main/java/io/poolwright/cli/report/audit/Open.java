package io.poolwright.cli.report.audit;

import java.util.List;

/**
 * A rule that could not judge.
 *
 * @param subject id of the part
 * @param missing what is not known, and how to supply it; one entry for each input
 */
public record Open(String rule, String subject, List<String> missing, List<String> environments) {
    public Open {
        missing = List.copyOf(missing);
        environments = List.copyOf(environments);
    }
}
