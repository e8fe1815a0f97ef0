package io.poolwright.config.assemble;

import io.poolwright.config.apache.ApacheAssembler;
import io.poolwright.config.compose.ComposeAssembler;
import io.poolwright.config.datasource.PropertyFiles;
import io.poolwright.config.declared.DeclarationAssembler;
import io.poolwright.config.envoy.EnvoyAssembler;
import io.poolwright.config.haproxy.HaproxyAssembler;
import io.poolwright.config.kubernetes.KubernetesAssembler;
import io.poolwright.config.mysql.MySqlAssembler;
import io.poolwright.config.nginx.NginxAssembler;
import io.poolwright.config.pgbouncer.PgBouncerAssembler;
import io.poolwright.config.php.PhpAssembler;
import io.poolwright.config.postgres.PostgresAssembler;
import io.poolwright.config.proxysql.ProxySqlAssembler;
import io.poolwright.config.spring.SpringAssembler;
import io.poolwright.config.tomcat.TomcatAssembler;
import io.poolwright.config.traefik.TraefikAssembler;
import io.poolwright.config.wordpress.WordPressAssembler;
import java.util.ArrayList;
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
        List<Assembler> all = new ArrayList<>();
        // orchestrators
        all.add(new ComposeAssembler());
        all.add(new KubernetesAssembler());

        // balancers
        all.add(new HaproxyAssembler());
        all.add(new EnvoyAssembler());
        all.add(new TraefikAssembler());

        // web servers, PHP, WordPress
        all.add(new NginxAssembler());
        all.add(new ApacheAssembler());
        all.add(new PhpAssembler());
        all.add(new WordPressAssembler());

        // applications and their pools
        all.add(new SpringAssembler());
        all.add(new TomcatAssembler());
        all.add(new PropertyFiles());

        // poolers and databases
        all.add(new PostgresAssembler());
        all.add(new MySqlAssembler());
        all.add(new PgBouncerAssembler());
        all.add(new ProxySqlAssembler());

        // what people declare
        all.add(new DeclarationAssembler());

        return List.copyOf(all);
    }
}
