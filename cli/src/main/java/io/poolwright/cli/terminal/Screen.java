package io.poolwright.cli.terminal;

import io.poolwright.cli.report.CustomerSecond;
import io.poolwright.cli.report.Moment;
import io.poolwright.detect.Frame;
import io.poolwright.diagnose.Diagnosis;
import java.util.Optional;

/** Where a drill is shown while it runs. */
public interface Screen extends AutoCloseable {

    /** Something is being prepared. */
    void progress(String text);

    /** One second has passed. */
    void look(Frame frame, Optional<CustomerSecond> customers);

    /** A line of the timeline. */
    void moment(Moment moment);

    /** The cause, the evidence, the cleared suspects and the proposed change, in full. */
    void diagnosis(Diagnosis diagnosis);

    /** Asks whether to apply the change; without anybody to ask, the answer is no. */
    boolean ask(String question);

    /** The last words: how it ended and where the report is. */
    void say(String text);

    @Override
    void close();
}
