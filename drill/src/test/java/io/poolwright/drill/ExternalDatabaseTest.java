package io.poolwright.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {

    @Test
    void portIs5432WhenTheUrlNamesNone() {
        ExternalDatabase plain = new ExternalDatabase("jdbc:postgresql://db/postgres", "postgres", "secret");
        ExternalDatabase exact = new ExternalDatabase("jdbc:postgresql://127.0.0.1:6000/x?ssl=off", "postgres", "s");

        assertThat(plain.host()).isEqualTo("db");
        assertThat(plain.port()).isEqualTo(5432);
        assertThat(exact.port()).isEqualTo(6000);
    }

    @Test
    void anotherProductIsRefusedWithACure() {
        assertThatThrownBy(() -> new ExternalDatabase("jdbc:mysql://db/shop", "root", ""))
                .hasMessage("found JDBC URL 'jdbc:mysql://db/shop'; accepted: jdbc:postgresql://host:port/database;"
                        + " write: jdbc:postgresql://127.0.0.1:5432/postgres");
    }
}
