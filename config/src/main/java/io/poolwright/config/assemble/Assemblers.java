package io.poolwright.config.assemble;

import io.poolwright.config.apache.ApacheAssembler;
import io.poolwright.config.nginx.NginxAssembler;
import io.poolwright.config.php.PhpAssembler;
import io.poolwright.config.wordpress.WordPressAssembler;
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
                new NginxAssembler(), new PhpAssembler(), new ApacheAssembler(), new WordPressAssembler()
                // applications and their pools
                // poolers and databases
                // what people declare
                );
    }
}
