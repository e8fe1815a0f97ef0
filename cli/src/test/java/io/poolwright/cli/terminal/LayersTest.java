package io.poolwright.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.detect.Frame;
import io.poolwright.detect.Watch;
import io.poolwright.model.Tick;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Signal;
import io.poolwright.testkit.Source;
import io.poolwright.testkit.StackSeries;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LayersTest {
    private static final Style PLAIN = new Style(false, false);

    private static String screen(Second state, Style style) {
        Watch watch = new Watch(List.of());
        List<Tick> ticks = StackSeries.of(2, state).ticks();
        watch.take(ticks.get(0));
        Frame frame = watch.take(ticks.get(1)).seen().frames().get(0);
        return LayerTable.of(frame, Optional.empty()).stream()
                .map(line -> LayerText.of(line, style).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void everyLayerIsALine() {
        Second state = Second.healthy()
                .with(Signal.SLOTS, 4)
                .with(Signal.SLOTS_USED, 4)
                .with(Signal.QUEUE, 12)
                .with(Signal.BACKENDS, 22);

        assertThat(screen(state, PLAIN)).isEqualTo("""
                load balancer    ##############      8 of 8 slots        12 queued   60 ms        0/s 5xx  ! full
                shop-1 requests  ..............    4 of 200 workers      -           38 ms each   0/s 5xx
                shop-1 pool      ###...........     4 of 20 connections  0 pending   0.2 ms       0/s timeouts
                shop-2 requests  ..............    4 of 200 workers      -           38 ms each   0/s 5xx
                shop-2 pool      ###...........     4 of 20 connections  0 pending   0.2 ms       0/s timeouts
                database         ###########...    44 of 57 backends     6 active    0 on locks   0 on CPU  ! 4 zombies
                """);
    }

    @Test
    void aSilentLayerSaysWhy() {
        Second state = Second.healthy().without(Source.DATABASE).without(Source.SHOP_1);

        assertThat(screen(state, PLAIN))
                .contains("database         ??????????????           ?")
                .contains("! DATABASE does not answer")
                .contains("! SHOP_1 does not answer");
    }

    @Test
    void colourAddsNothingThatTheTextDoesNotSay() {
        Second state = Second.healthy().with(Signal.BACKENDS, 27);

        String painted = screen(state, new Style(true, false));

        assertThat(painted).contains("\u001b[1;31m");
        assertThat(painted.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(screen(state, PLAIN));
    }

    @Test
    void plainMeansAscii() {
        assertThat(screen(Second.healthy().with(Signal.QUEUE, 9), PLAIN))
                .matches(text -> text.chars().allMatch(c -> c < 128));
    }
}
