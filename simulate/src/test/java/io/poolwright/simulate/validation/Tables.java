package io.poolwright.simulate.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of {@code docs/validation.md}, written to {@code target} by the tests that fill them. */
final class Tables {
    private Tables() {}

    static String ofValidations(Map<Validation, List<Row>> rows) {
        StringBuilder table = new StringBuilder(
                "| # | System | Parameters | Measure | Exact | Simulated | SE | SE/exact | Off by | |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|\n");
        rows.forEach((validation, all) -> {
            String number = Integer.toString(validation.number());
            String system = validation.system();
            for (Row row : all) {
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s | %.6g | %.6g | %s | %s | %s | %s |%n",
                        number,
                        system,
                        row.what(),
                        row.measure(),
                        row.exact(),
                        row.simulated(),
                        row.error() == 0 ? "0" : String.format(Locale.ROOT, "%.2g", row.error()),
                        row.exact() == 0 ? "" : String.format(Locale.ROOT, "%.2f %%", 100 * row.error() / row.exact()),
                        String.format(Locale.ROOT, "%.1f SE", row.distance()),
                        row.verdict()));
                number = "";
                system = "";
            }
        });
        return table.toString();
    }

    static String ofMutations(Map<Mutation, String> outcomes) {
        StringBuilder table = new StringBuilder(
                "| # | Rule that was broken | File | From | To | What noticed |\n|---|---|---|---|---|---|\n");
        outcomes.forEach((mutation, noticed) -> table.append("| %d | %s | %s | `%s` | `%s` | %s |%n"
                .formatted(
                        mutation.validation(),
                        mutation.rule(),
                        mutation.file().replaceAll(".*/", ""),
                        cell(mutation.snippet()),
                        cell(mutation.replacement()),
                        cell(noticed))));
        return table.toString();
    }

    static void write(String name, String text) {
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }
}
