package io.poolwright.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.scenarios.Scenarios;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class FlatMemoryTest {
    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aLongerRunAllocatesNoMore() {
        StackModel model = Scenarios.named("retry-storm").orElseThrow().model();
        allocated(model, 400); // loads classes

        long some = allocated(model, 400);
        long many = allocated(model, 800);

        // 1.7 million more events in a storm of retries.
        assertThat(many - some).isLessThan(100_000);
    }

    private long allocated(StackModel model, double seconds) {
        long before = threads.getCurrentThreadAllocatedBytes();
        StackRun.total(model, new Setup(0, seconds, 1, 2));
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
