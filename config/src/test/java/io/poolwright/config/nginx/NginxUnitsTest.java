package io.poolwright.config.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NginxUnitsTest {
    @ParameterizedTest
    @CsvSource({
        "30,30000",
        "30s,30000",
        "1m30s,90000",
        "1m30,90000",
        "500ms,500",
        "1h,3600000",
        "'1h 30m',5400000",
        "0,0",
        "1d,86400000",
        "1M,2592000000",
        "1y,31536000000",
        "1w,604800000",
        "1s500ms,1500"
    })
    void aTimeIsReadAsNginxReadsIt(String text, long millis) {
        assertThat(NginxTime.parse(text).orElseThrow().toMillis()).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "s", "5sec", "${T}", "{{ t }}", "5s5m", "5s5s", "-1", "1.5s", "99999999999999999s", "5 x"})
    void whatIsNoTimeIsNothing(String text) {
        assertThat(NginxTime.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"64k,65536", "1M,1048576", "2g,2147483648", "12,12"})
    void aSizeIsReadAsNginxReadsIt(String text, long bytes) {
        assertThat(NginxSize.parse(text)).hasValue(bytes);
        assertThat(NginxSize.parse("$" + text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1024,1024", "0,0"})
    void aCountHasNoUnit(String text, int count) {
        assertThat(NginxSize.count(text)).contains(count);
        assertThat(NginxSize.count(text + "k")).isEmpty();
        assertThat(NginxSize.count("auto")).isEmpty();
    }
}
