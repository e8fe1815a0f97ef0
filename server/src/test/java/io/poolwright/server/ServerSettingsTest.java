package io.poolwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerSettingsTest {
    @Test
    void whatIsNotGivenIsLocalAndOwn() {
        ServerSettings settings = ServerSettings.of(Map.of(), Map.of("XDG_DATA_HOME", "/srv/data"));

        assertThat(settings.listen().host().isLoopbackAddress()).isTrue();
        assertThat(settings.listen().port()).isEqualTo(8610);
        assertThat(settings.data()).isEqualTo(Path.of("/srv/data/poolwright"));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.behindProxy()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:0, 0", "127.0.0.1:65535, 65535", "[::1]:8610, 8610", "localhost:1, 1"})
    void anAddressHasAHostAndAPort(String text, int port) {
        assertThat(ListenAddress.parse(text).port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8610",
                ":8610",
                "127.0.0.1",
                "127.0.0.1:",
                "127.0.0.1:65536",
                "127.0.0.1:-1",
                "::1:80",
                "h:x"
            })
    void whatIsNoAddressIsRefusedWithWhatToWrite(String text) {
        assertThatThrownBy(() -> ListenAddress.parse(text))
                .isInstanceOf(RefusedSettingException.class)
                .hasMessageEndingWith("write: --listen 127.0.0.1:8610");
    }

    @Test
    void aFileThatIsNotThereIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() ->
                        settings("config", folder.resolve("poolwright.yaml").toString()))
                .hasMessageEndingWith("poolwright.yaml: no such file, or it cannot be read");
    }

    @Test
    void aPasswordComesFromAFileAndIsInNoText(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");

        ServerSettings settings = ServerSettings.of(
                Map.of("database-url", "jdbc:postgresql://db/state"),
                Map.of("POOLWRIGHT_DATABASE_PASSWORD_FILE", file.toString()));

        assertThat(settings.database().orElseThrow().password()).isEqualTo("s3cret");
        assertThat(settings.database().orElseThrow().user()).isEqualTo("poolwright");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/state?password=s3cret",
                "jdbc:postgresql://db/state?user=a&Password=s3cret",
                "jdbc:postgresql://a:s3cret@db/state"
            })
    void aPasswordInTheAddressIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> settings("database-url", url))
                .hasMessageContaining("POOLWRIGHT_DATABASE_PASSWORD_FILE")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void anotherDatabaseIsRefused() {
        assertThatThrownBy(() -> settings("database-url", "jdbc:mysql://db/state"))
                .hasMessageContaining("write: --database-url jdbc:postgresql://127.0.0.1:5432/poolwright");
    }

    private static ServerSettings settings(String option, String value) {
        return ServerSettings.of(Map.of(option, value), Map.of());
    }
}
