package io.poolwright.config.proxysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.ini.HostileTexts;
import io.poolwright.model.Origin;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProxySqlConfTest {
    private static final String SHOP = """
            datadir="/var/lib/proxysql" # where it keeps its own database
            admin_variables=
            {
                admin_credentials="admin:sesame"
                mysql_ifaces="0.0.0.0:6032"
            }
            mysql_variables =
            {
                threads=4, // cores
                max_connections=2048
                connection_max_age_ms : 0;
                monitor_password = "sesame"
            }
            /* the servers,
               two of them */
            mysql_servers =
            (
                { address="db-1" , port=3306 , hostgroup=0 , max_connections=200 },
                {
                    hostname = "db-" "2"
                    max_connections = 300
                }
            )
            mysql_users: ( { username="shop" password="sesame" max_connections=50 } )
            scheduler = ( )
            """;

    @Test
    void variablesKnowTheirLinesAndFullNames() {
        ProxySqlConf conf = ProxySqlConf.parse("f", SHOP);

        LibconfigNode limit = conf.variable("mysql-max_connections").orElseThrow();
        assertThat(limit.scalar()).contains("2048");
        assertThat(limit.origin()).isEqualTo(new Origin("f", 10));
        assertThat(conf.variable("mysql-connection_max_age_ms").flatMap(LibconfigNode::scalar))
                .contains("0");
        assertThat(conf.variable("mysql-threads").flatMap(LibconfigNode::scalar))
                .contains("4");
    }

    @Test
    void serversAndUsersAreLists() {
        ProxySqlConf conf = ProxySqlConf.parse("f", SHOP);

        assertThat(conf.servers())
                .extracting(server ->
                        ProxySqlConf.text(server, "address", "hostname").orElse(""))
                .containsExactly("db-1", "db-2");
        assertThat(ProxySqlConf.origin(conf.servers().get(1), "max_connections"))
                .isEqualTo(new Origin("f", 21));
        assertThat(ProxySqlConf.text(conf.users().get(0), "username")).contains("shop");
    }

    @Test
    void secretsNeverLeaveTheFile() {
        ProxySqlConf conf = ProxySqlConf.parse("f", SHOP);

        assertThat(conf.toString()).doesNotContain("sesame");
        assertThat(conf.variable("admin-admin_credentials").flatMap(LibconfigNode::scalar))
                .contains("(redacted)");
    }

    @Test
    void theLastOfTwoCounts() {
        ProxySqlConf conf = ProxySqlConf.parse("f", "mysql_variables={a=1\na=2}");

        assertThat(conf.variable("mysql-a").flatMap(LibconfigNode::scalar)).isEqualTo(Optional.of("2"));
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatThrownBy(() -> ProxySqlConf.parse("f", "a=" + "(".repeat(100_000)))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageContaining("f:1: found brackets nested deeper than 32");
    }

    @Property(tries = 3000)
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        try {
            assertThat(ProxySqlConf.parse("f", text)).isNotNull();
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isPositive();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(HostileTexts.any(), HostileTexts.mutationsOf(SHOP));
    }
}
