package io.poolwright.drill.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FaultCatalogueTest {

    @Test
    void isSortedAndEachIdIsItsClassNameInKebabCase() {
        assertThat(FaultCatalogue.all()).isSortedAccordingTo(Comparator.comparing(Fault::id));
        assertThat(FaultCatalogue.all()).allSatisfy(fault -> assertThat(fault.id())
                .isEqualTo(fault.getClass()
                        .getSimpleName()
                        .replaceAll("(?<!^)([A-Z])", "-$1")
                        .toLowerCase(Locale.ROOT)));
    }

    @Test
    void findsByIdAndSaysSoWhenThereIsNone() {
        assertThat(FaultCatalogue.byId("retry-storm")).containsInstanceOf(RetryStorm.class);
        assertThat(FaultCatalogue.byId("gremlins")).isEmpty();
    }
}
