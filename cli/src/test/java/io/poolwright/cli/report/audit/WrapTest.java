package io.poolwright.cli.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {
    @Test
    void breaksAtTheLastSpaceThatFits() {
        assertThat(Wrap.to(7, "one two three")).containsExactly("one two", "three");
    }

    @Test
    void aWordThatIsTooLongStaysWhole() {
        assertThat(Wrap.to(4, "a path/to/file b")).containsExactly("a", "path/to/file", "b");
    }

    @Test
    void nothingIsOneEmptyLine() {
        assertThat(Wrap.to(4, "")).containsExactly("");
    }
}
