package io.poolwright.cli.export;

/** The rules as a Prometheus rule file. */
public final class PrometheusRules {
    private PrometheusRules() {}

    /** The file's text. */
    public static String text() {
        StringBuilder text = new StringBuilder();
        text.append("# Written by: poolwright export prometheus-rules\n");
        text.append("# Check with: promtool check rules FILE\n");
        ExportedRules.LEFT_OUT.entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> text.append("# Left out: ")
                        .append(entry.getKey())
                        .append(": ")
                        .append(entry.getValue())
                        .append(".\n"));
        text.append("groups:\n  - name: poolwright\n    rules:\n");
        for (ExportedRule rule : ExportedRules.all()) {
            text.append("      - alert: ").append(rule.alert()).append('\n');
            text.append("        expr: ").append(quoted(rule.expr())).append('\n');
            if (!rule.hold().isEmpty()) {
                text.append("        for: ").append(rule.hold()).append('\n');
            }
            text.append("        labels:\n          severity: ")
                    .append(rule.severity())
                    .append('\n');
            text.append("          detector: ").append(rule.detector()).append('\n');
            text.append("        annotations:\n          summary: ")
                    .append(quoted(rule.summary()))
                    .append('\n');
            text.append("          description: ")
                    .append(quoted(rule.description()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
