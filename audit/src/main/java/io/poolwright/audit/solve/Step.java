package io.poolwright.audit.solve;

import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import java.util.Optional;

/**
 * One setting of a solution.
 *
 * @param part whose setting it is
 * @param setting as it is in force now
 * @param fresh what it should say, in words of {@code Say}; the present value when it may stay
 * @param write what to write in the file, in the form in which it is written now; empty when it may stay or is not written
 * @param why the arithmetic
 */
public record Step(Part part, Setting<?> setting, String fresh, Optional<String> write, boolean stays, String why) {}
