package io.poolwright.drill.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalancerSettingsTest {

    @Test
    void readsBackWhatItWrote() {
        BalancerSettings settings = new BalancerSettings(
                20000,
                20001,
                Duration.ofSeconds(1),
                50,
                List.of(new Server("shop-1", 20002, true), new Server("shop-3", 20004, false)));

        assertThat(BalancerSettings.of(settings.file())).isEqualTo(settings);
        assertThat(settings.file().lines()).contains("queue.timeout=1000", "server.shop-3.disabled=true");
    }
}
