package io.poolwright.simulate.run;

import static io.poolwright.simulate.Parameter.APP_BEFORE;
import static io.poolwright.simulate.Parameter.CLIENT_RATE;
import static io.poolwright.simulate.Parameter.CLIENT_RETRIES;
import static io.poolwright.simulate.Parameter.DB_CORES;
import static io.poolwright.simulate.Parameter.POOL_MAX_LIFETIME;
import static io.poolwright.simulate.Parameter.POOL_SOCKET_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final StackModel SHOP = StackModel.empty()
            .with(CLIENT_RATE, 400)
            .with(CLIENT_RETRIES, 2)
            .with(APP_BEFORE, 0.001)
            .with(DB_CORES, 8)
            .with(POOL_SOCKET_TIMEOUT, 0.1)
            .with(POOL_MAX_LIFETIME, 20)
            .withDatabase(Lognormal.of(0.015, 1), Constant.ZERO);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A quarter of a million requests more, with cut calls, zombies and new connections among them, allocate nothing more. */
    @Test
    void memoryDoesNotGrowWithSimulatedTime() {
        allocated(60);

        long minute = allocated(60);
        long elevenMinutes = allocated(660);

        assertThat(elevenMinutes - minute).isLessThan(64 * 1024);
    }

    private long allocated(double seconds) {
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        StackRun.total(SHOP, new Setup(0, seconds, 1, 0.5));
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
