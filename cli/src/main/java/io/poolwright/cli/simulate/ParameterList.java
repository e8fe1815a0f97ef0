package io.poolwright.cli.simulate;

import io.poolwright.cli.report.simulate.Spoken;
import io.poolwright.simulate.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All that can be set, with unit, usual value and meaning: as text for a terminal, and as a page. */
public final class ParameterList {
    private static final Map<String, String> GROUPS = Map.of(
            "client",
            "Clients",
            "lb",
            "Load balancer",
            "app",
            "Application",
            "pool",
            "Connection pool",
            "db",
            "Database");
    private static final String CPU_MEANING =
            "Processor time of the database that one request needs, in all its calls.";
    private static final String WAIT_MEANING =
            "Time that one request spends in the database without a processor: disk, sleep, a remote call.";

    private ParameterList() {}

    /** Lines for a terminal. */
    public static List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(row("NAME", "UNIT", "USUAL", "MEANING"));
        for (Parameter parameter : Parameter.all()) {
            lines.add(row(parameter.id(), Accepted.unit(parameter), usual(parameter), Meanings.of(parameter)));
        }
        lines.add(row(Needs.CPU, "law", "none", CPU_MEANING));
        lines.add(row(Needs.WAIT, "law", "none", WAIT_MEANING));
        lines.add("");
        lines.add(
                "Write: --set pool.max=40, --set pool.max=2x, --set pool.acquire.timeout=500ms, --set db.cpu=15ms,cv=1");
        lines.add("       --fault db.slow=3x@30s+10s (from second 30 of the run, for 10 s)");
        return lines;
    }

    private static String row(String name, String unit, String usual, String meaning) {
        return String.format(Locale.ROOT, "%-24s %-8s %-12s %s", name, unit, usual, meaning);
    }

    private static String usual(Parameter parameter) {
        return Spoken.written(parameter, parameter.usual());
    }

    /** The page of the documentation. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Parameters of the model

                What [simulate](../commands/simulate.md) and [plan](../commands/plan.md) know of a stack, from the client to the database. Each can be set
                (`--set pool.max=40`), swept and searched; nearly all can change while a run goes on (`--fault db.slow=3x@30s+10s`).
                `poolwright simulate --parameters` prints the same list.

                | Unit | Written |
                |---|---|
                | count | `40`; `unlimited` where there may be no limit |
                | seconds | `500ms`, `2s`, `30min`; a bare number is refused |
                | 1/s | `400/s`, `24000/min` |
                | factor | `3x`, `300%` |
                | share | `0.1`, `10%` |
                | flag | `on`, `off` |
                | law | a mean and a spread: `15ms,cv=1.2` is lognormal, `cv=0` is always the same, without `cv` it is 1; `0.5x` halves what is |

                Where a value is a count, a time, a rate or a share, `2x` means twice what the model has. Usual is what holds when no file, no measurement and nobody
                says otherwise; every report lists which values were assumed.
                """);
        String group = "";
        for (Parameter parameter : Parameter.all()) {
            String own = parameter.id().substring(0, parameter.id().indexOf('.'));
            if (!own.equals(group)) {
                group = own;
                page.append("\n## ")
                        .append(GROUPS.get(own))
                        .append("\n\n| Name | Unit | Usual | Meaning |\n|---|---|---|---|\n");
            }
            page.append(line(parameter.id(), Accepted.unit(parameter), usual(parameter), Meanings.of(parameter)));
        }
        page.append(line(Needs.CPU, "law", "none", CPU_MEANING));
        page.append(line(Needs.WAIT, "law", "none", WAIT_MEANING));
        return page.toString();
    }

    private static String line(String name, String unit, String usual, String meaning) {
        return "| `%s` | %s | %s | %s |\n".formatted(name, unit, usual, meaning);
    }
}
