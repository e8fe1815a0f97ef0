package io.poolwright.config.assemble;

import java.util.Set;

/** Finds the files of one product, reads them, and adds the parts that they configure. */
public interface Assembler {

    /** Environments that this product's files tell apart, such as Spring profiles; empty when there is only one. */
    default Set<String> environments(Sources sources) {
        return Set.of();
    }

    /**
     * Adds the parts of one environment. What cannot be read is reported, never thrown.
     *
     * @param environment one of all assemblers' environments, or empty for what holds without any
     */
    void assemble(Sources sources, String environment, Assembly into);
}
