package io.poolwright.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {
    @ParameterizedTest
    @CsvSource({
        "http://h:1/a;csv?token=x#y, http://h:1/a;csv",
        "http://user:secret@h/a, http://h/a",
        "http://my_shop:8080/metrics, http://my_shop:8080/metrics",
        "/run/a.sock, /run/a.sock"
    })
    void anAddressIsShownWithoutCredentials(String uri, String shown) {
        assertThat(Plain.address(URI.create(uri))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h:5432/shop?user=a&password=secret, h:5432/shop",
        "jdbc:mariadb://a:secret@h/, h/",
        "jdbc:sqlserver://h;password=secret, h",
        "nonsense, ''"
    })
    void aDatabasesAddressIsShownWithoutParameters(String url, String shown) {
        assertThat(Plain.jdbc(url)).isEqualTo(shown);
    }

    @Test
    void aReasonIsOneLine() {
        assertThat(Plain.reason(new IOException("one\ntwo"))).isEqualTo("one");
        assertThat(Plain.reason(new IOException())).isEqualTo("IOException");
        assertThat(Plain.without("could not open jdbc:x with sesame", "jdbc:x", "", "sesame"))
                .isEqualTo("could not open *** with ***");
    }

    @Property(tries = 500)
    void aTextIsShortAndObeyedByNoTerminal(@ForAll String found) {
        String text = Plain.text(found);

        assertThat(text.length()).isLessThanOrEqualTo(Plain.LONGEST);
        assertThat(text.chars()).noneMatch(Character::isISOControl);
    }
}
