package io.poolwright.drill.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.drill.balancer.StatsCsv.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatsCsvTest {

    @Test
    void speaksTheDialectOfShowStat() {
        String csv = StatsCsv.of(List.of(
                new Row("edge", "FRONTEND", List.of("", "", "", 9, "", "", "OPEN", 1, 9, "", "", 0)),
                new Row("shop", "shop-1", List.of(0, 2, 2, 8, 0, 0, "UP", 1, "", 40, 33, 2))));

        assertThat(csv).isEqualTo("""
                        # pxname,svname,qcur,scur,slim,stot,econ,wretr,status,hrsp_5xx,req_tot,qtime,rtime,type,
                        edge,FRONTEND,,,,9,,,OPEN,1,9,,,0,
                        shop,shop-1,0,2,2,8,0,0,UP,1,,40,33,2,
                        """);
        assertThat(new StatsTable(csv).server("shop-1", "slim")).contains("2");
        assertThat(new StatsTable(csv).server("shop-9", "slim")).isEmpty();
    }

    @Test
    void meanForgetsAllButTheLast1024() {
        RecentMean mean = new RecentMean();
        mean.add(5_000_000_000L);

        assertThat(mean.millis()).isEqualTo(5_000);
        for (int i = 0; i < 1024; i++) {
            mean.add(30_000_000);
        }

        assertThat(mean.millis()).isEqualTo(30);
    }
}
