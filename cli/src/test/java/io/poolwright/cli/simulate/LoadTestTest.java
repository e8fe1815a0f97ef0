package io.poolwright.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.simulate.compare.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadTestTest {
    @Test
    void jmetersTimesAreMilliseconds() {
        assertThat(LoadTest.read(
                        "results.jtl",
                        List.of(
                                "timeStamp,elapsed,label,responseCode,success",
                                "1700000000500,250,\"GET /, home\",200,true",
                                "1700000000000,30,GET /,500,false")))
                .containsExactly(new Series.Answer(0.5, 0.25, true), new Series.Answer(0, 0.03, false));
    }

    @Test
    void plainResultsAreSeconds() {
        assertThat(LoadTest.read("r.csv", List.of("at,seconds,ok", "0,0.2,1", "", "1.5,0.4,0")))
                .containsExactly(new Series.Answer(0, 0.2, true), new Series.Answer(1.5, 0.4, false));
    }

    @Test
    void aWrongCellIsNamedWithItsLine() {
        assertThatThrownBy(() -> LoadTest.read("r.csv", List.of("at,seconds,ok", "0,fast,1")))
                .hasMessage(
                        "r.csv:2: found 'fast' where a number should be; accepted: JMeter's columns timeStamp,elapsed,success, or at,seconds,ok");
        assertThatThrownBy(() -> LoadTest.read("r.csv", List.of("at,seconds,ok", "0,-1,1")))
                .hasMessageContaining("'-1' where a number of 0 or more should be");
        assertThatThrownBy(() -> LoadTest.read("r.csv", List.of("at,seconds,ok", "0,1")))
                .hasMessageContaining("r.csv:2: found 2 cells");
    }

    @Test
    void unknownColumnsAndAnEmptyFileAreRefused() {
        assertThatThrownBy(() -> LoadTest.read("r.csv", List.of("when,how long")))
                .hasMessageContaining("r.csv:1: found the columns when, how long");
        assertThatThrownBy(() -> LoadTest.read("r.csv", List.of())).hasMessageContaining("an empty file");
    }
}
