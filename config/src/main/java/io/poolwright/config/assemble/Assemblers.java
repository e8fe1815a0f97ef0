package io.poolwright.config.assemble;

import io.poolwright.config.compose.ComposeAssembler;
import io.poolwright.config.kubernetes.KubernetesAssembler;
import io.poolwright.config.mysql.MySqlAssembler;
import io.poolwright.config.pgbouncer.PgBouncerAssembler;
import io.poolwright.config.postgres.PostgresAssembler;
import io.poolwright.config.proxysql.ProxySqlAssembler;
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
                new ComposeAssembler(),
                new KubernetesAssembler(),
                // balancers
                // web servers, PHP, WordPress
                // applications and their pools
                // poolers and databases
                new PostgresAssembler(),
                new MySqlAssembler(),
                new PgBouncerAssembler(),
                new ProxySqlAssembler()
                // what people declare
                );
    }
}
