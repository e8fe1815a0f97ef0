package io.poolwright.drill.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HaproxyConfigTest {

    @Test
    void declaresOneServerALineAndTheSpareOneDisabled() {
        String text = HaproxyConfig.text(
                20000,
                Path.of("/run/h.sock"),
                50,
                List.of(new Server("shop-1", 20001, true), new Server("shop-3", 20003, false)));

        assertThat(text.lines())
                .contains(
                        "    stats socket /run/h.sock mode 600 level admin",
                        "    timeout queue 1s",
                        "    bind 127.0.0.1:20000",
                        "    server shop-1 127.0.0.1:20001 check maxconn 50",
                        "    server shop-3 127.0.0.1:20003 check maxconn 50 disabled");
    }

    @Test
    void socketMovesToTheShortFolderWhenThePathWouldNotFit() {
        Path deep = Path.of("/" + "d".repeat(100));

        assertThat(HaproxyBalancer.socket(deep, Path.of("/tmp/p"))).isEqualTo(Path.of("/tmp/p/haproxy.sock"));
        assertThat(HaproxyBalancer.socket(Path.of("/run/1"), Path.of("/tmp/p")))
                .isEqualTo(Path.of("/run/1/haproxy.sock"));
    }
}
