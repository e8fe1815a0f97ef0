package io.poolwright.config.assemble;

import io.poolwright.config.datasource.PropertyFiles;
import io.poolwright.config.tomcat.TomcatAssembler;
import java.util.List;

/**
 * Every assembler, in the order in which they run: what deploys comes first, what people declare last.
 *
 * <p>One more product is one line here.
 */
final class Assemblers {
    private Assemblers() {}

    /** One of each. */
    static List<Assembler> all() {
        return List.of(
                // orchestrators
                // balancers
                // web servers, PHP, WordPress
                // applications and their pools
                new TomcatAssembler(), new PropertyFiles()
                // poolers and databases
                // what people declare
                );
    }
}
