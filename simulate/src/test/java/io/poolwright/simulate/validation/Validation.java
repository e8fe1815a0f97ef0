package io.poolwright.simulate.validation;

import java.util.List;

/** A system with a known answer, and the simulator made to be that system. */
interface Validation {
    /** Its place in the table. */
    int number();

    /** What the system is. */
    String system();

    /** Its numbers, simulated. */
    List<Row> rows(Depth depth);
}
