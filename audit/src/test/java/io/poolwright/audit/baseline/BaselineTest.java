package io.poolwright.audit.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final Known ONE = new Known("a.yml", "r", "1");
    private static final Known OTHER = new Known("a.yml", "s", "2");

    @Test
    void tellsKnownFromNew() {
        assertThat(new Baseline(List.of(ONE)).compare(List.of(OTHER, ONE)).known())
                .containsExactly(false, true);
    }

    @Test
    void twoAlikeAreTwo() {
        assertThat(new Baseline(List.of(ONE, ONE))
                        .compare(List.of(ONE, ONE, ONE))
                        .known())
                .containsExactly(true, true, false);
    }

    @Test
    void saysWhatIsGone() {
        assertThat(new Baseline(List.of(ONE, OTHER)).compare(List.of(ONE)).gone())
                .containsExactly(OTHER);
    }

    @Test
    void nothingIsKnownWithoutOne() {
        assertThat(Baseline.NONE.compare(List.of(ONE)).known()).containsExactly(false);
    }

    @Test
    void aFingerprintForgetsLayoutAndNothingElse() {
        String print = Fingerprint.of("r", "a.yml", "pool", "  size:  30 ");

        assertThat(print).matches("[0-9a-f]{16}").isEqualTo(Fingerprint.of("r", "a.yml", "pool", "size: 30"));
        assertThat(print).isNotEqualTo(Fingerprint.of("r", "a.yml", "pool", "size: 31"));
        assertThat(print).isNotEqualTo(Fingerprint.of("s", "a.yml", "pool", "size: 30"));
        assertThat(print).isNotEqualTo(Fingerprint.of("r", "b.yml", "pool", "size: 30"));
        assertThat(print).isNotEqualTo(Fingerprint.of("r", "a.yml", "other", "size: 30"));
    }
}
