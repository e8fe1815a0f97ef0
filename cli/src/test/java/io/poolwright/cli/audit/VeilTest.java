package io.poolwright.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VeilTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.password=hunter2",
                "    DB_PASSWORD: hunter2",
                "define( 'SECURE_AUTH_SALT', 'hunter2' );",
                "shop = host=db password='hunter2'",
                "url: jdbc:mysql://root:hunter2@db/shop",
                "- token: hunter2",
                "API_KEY=hunter2",
            })
    void whatMayBeASecretGoes(String line) {
        assertThat(Veil.line(line)).doesNotContain("hunter2").contains("(redacted)");
    }

    @Test
    void theRestStays() {
        assertThat(Veil.line("  maximum-pool-size: 20")).isEqualTo("  maximum-pool-size: 20");
    }
}
