package io.poolwright.telemetry.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JmxTargetTest {
    @ParameterizedTest
    @CsvSource({
        "service:jmx:rmi:///jndi/rmi://db.example:9010/jmxrmi, JMX db.example:9010",
        "service:jmx:rmi://db.example/jndi/rmi://db.example:9010/jmxrmi, JMX db.example:9010",
        "10.0.0.5:9010, JMX 10.0.0.5:9010",
        "[::1]:9010, JMX ::1:9010"
    })
    void anRmiRegistryIsAccepted(String url, String name) {
        assertThat(JmxTarget.url(url).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service:jmx:rmi:///jndi/ldap://evil:389/x",
                "service:jmx:rmi:///jndi/dns://evil/x",
                "service:jmx:rmi:///jndi/iiop://evil:900/x",
                "service:jmx:rmi:///jndi/rmi://host:9010/../ldap",
                "service:jmx:rmi:///jndi/rmi://host:9010/a?b=ldap://evil",
                "service:jmx:iiop://host/x",
                "service:jmx:jmxmp://host:9010",
                "service:jmx:rmi://127.0.0.1/stub/rO0ABXNy",
                "service:jmx:rmi:///jndi/rmi://user:secret@host:9010/jmxrmi",
                "rmi://host:9010/jmxrmi",
                "host",
                "host:99999",
                "host:0",
                "ho st:9010",
                "host:9010/jmx rmi",
                ""
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> JmxTarget.url(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("evil");
    }

    @Test
    void anAddressIsAProcessIdOrAService() {
        assertThat(JmxTarget.at("pid:4711").name()).isEqualTo("JVM 4711");
        assertThat(JmxTarget.at("host:4711").name()).isEqualTo("JMX host:4711");
        assertThatThrownBy(() -> JmxTarget.at("pid:many")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProcessIdIsPositive() {
        assertThat(JmxTarget.pid(1).name()).isEqualTo("JVM 1");
        assertThatThrownBy(() -> JmxTarget.pid(0)).hasMessageContaining("write: --pid 4711");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(JmxTarget.url("host:9010").as("monitor", () -> "sesame").toString())
                .contains("monitor")
                .doesNotContain("sesame");
    }
}
