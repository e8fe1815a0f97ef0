package io.poolwright.audit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that are explained from keep their form. */
final class PagesTest {
    private static final Set<String> PARAMETER =
            Set.of("Also written", "Default", "Unit", "What happens", "Impact", "Rule of thumb", "Rules", "Source");

    static Stream<Shelf.Settings> settings() {
        return Shelf.SETTINGS.stream();
    }

    static Stream<String> signatures() {
        return Shelf.SIGNATURES.stream();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingSaysEverything(Shelf.Settings product) {
        Page page = Page.parse(Docs.page(product.page()).orElseThrow());

        assertThat(page.title()).isNotEmpty();
        assertThat(page.sections()).hasSizeGreaterThanOrEqualTo(8);
        for (Section section : page.sections()) {
            List<String> names = section.fields().stream().map(Field::name).toList();
            assertThat(names)
                    .describedAs(product.product() + "." + section.heading())
                    .contains("Default", "Unit", "What happens", "Impact", "Rule of thumb", "Source")
                    .isSubsetOf(PARAMETER)
                    .doesNotHaveDuplicates();
            assertThat(section.fields())
                    .allSatisfy(field -> assertThat(field.text()).isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void everyMessageIsRecognisedByItsOwnEntry(String name) {
        String path = "signatures/" + name + ".md";
        Page page = Page.parse(Docs.page(path).orElseThrow());

        assertThat(page.sections()).isNotEmpty();
        for (Section section : page.sections()) {
            Signature signature = Signature.of(path, section);
            assertThat(section.all("Example"))
                    .describedAs(section.heading())
                    .isNotEmpty()
                    .allSatisfy(example -> assertThat(signature.find(example.replaceAll("^`|`$", "")))
                            .isPresent());
            assertThat(section.first("Meaning")).isPresent();
            assertThat(section.fields()).describedAs(section.heading()).anyMatch(field -> field.name()
                    .startsWith("Likely"));
            assertThat(signature.conditions().stream().flatMap(it -> it.comparisons().stream()))
                    .allSatisfy(comparison -> assertThat(signature.groups()).contains(comparison.left()));
        }
    }

    @Test
    void idsOfMessagesAreUnique() {
        List<String> ids = new ArrayList<>();
        for (String name : Shelf.SIGNATURES) {
            Page.parse(Docs.page("signatures/" + name + ".md").orElseThrow())
                    .sections()
                    .forEach(section -> ids.add(section.heading()));
        }

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    }

    @Test
    void thereAreThirtyQuestionsWithFourCausesEach() {
        Page page = Page.parse(Docs.page("questions.md").orElseThrow());

        assertThat(page.sections()).hasSize(30);
        assertThat(page.sections()).allSatisfy(section -> {
            assertThat(section.all("Likely")).hasSize(4);
            assertThat(section.fields())
                    .extracting(Field::name)
                    .contains("Words", "Answer", "Look", "Safe", "Risky", "Rules");
        });
    }
}
