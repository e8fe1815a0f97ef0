package io.poolwright.cli.simulate;

import io.poolwright.cli.Version;
import io.poolwright.cli.report.simulate.WhatIf;
import io.poolwright.cli.report.simulate.WhatIfHtml;
import io.poolwright.cli.report.simulate.WhatIfJson;
import io.poolwright.cli.report.simulate.WhatIfText;

/** One simulation, from what was asked to the written answer. */
public final class SimulateRun {
    private SimulateRun() {}

    /**
     * Answers.
     *
     * @return the exit code
     */
    public static int of(Asked asked, Question question, Shown shown, Halt halt) {
        Subject subject = Subjects.of(asked).with(asked.sets());
        WhatIf answer;
        try (Working working = new Working(shown.progress(), halt)) {
            answer = Simulation.of(Version.text(), subject, question, shown.wants(Layout.HTML), working.conduct());
        }
        shown.put((layout, style, width) -> switch (layout) {
            case TEXT -> String.join("\n", WhatIfText.of(answer, style, width)) + "\n";
            case JSON -> WhatIfJson.write(answer);
            case HTML -> WhatIfHtml.write(answer);
        });
        return answer.exitCode();
    }
}
