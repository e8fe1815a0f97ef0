package io.poolwright.drill.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void drawsTheLineAt1200Mebibytes() {
        assertThatCode(() -> Machine.checkMemory(List.of("MemTotal: 9 kB", "MemAvailable:    1228800 kB")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Machine.checkMemory(List.of("MemAvailable:    1228799 kB")))
                .isInstanceOf(TooLittleMemoryException.class)
                .hasMessage("1199 MiB of memory available; a drill needs 1200 MiB:"
                        + " stop something, or use another machine");
    }
}
