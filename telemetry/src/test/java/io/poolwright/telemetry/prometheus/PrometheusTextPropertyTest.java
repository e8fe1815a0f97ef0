package io.poolwright.telemetry.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrometheusTextPropertyTest {
    private static final PageLimits LIMITS = new PageLimits(1 << 16, 1000);

    @Property(tries = 300)
    void whatIsPrintedIsRead(@ForAll("pages") Map<Series, Double> samples) {
        PrometheusText text = new PrometheusText();
        byte[] page = printed(samples).getBytes(StandardCharsets.UTF_8);

        for (int look = 0; look < 2; look++) {
            Map<Series, Double> read = new LinkedHashMap<>();
            text.parse(page).forEach(read::put);

            assertThat(read).isEqualTo(samples);
        }
    }

    @Property(tries = 300)
    void whatWasReadBeforeChangesNothing(
            @ForAll("pages") Map<Series, Double> before, @ForAll("pages") Map<Series, Double> samples) {
        PrometheusText text = new PrometheusText();
        text.parse(printed(before).getBytes(StandardCharsets.UTF_8));

        Map<Series, Double> read = new LinkedHashMap<>();
        text.parse(printed(samples).getBytes(StandardCharsets.UTF_8)).forEach(read::put);

        assertThat(read).isEqualTo(samples);
    }

    @Property(tries = 1500)
    void randomBytesAreReadOrNamed(@ForAll byte[] page) {
        readOrNamed(new PrometheusText(LIMITS, List.of()), page);
    }

    @Property(tries = 1500)
    void spoiltPagesAreReadOrNamed(
            @ForAll("pages") Map<Series, Double> samples,
            @ForAll List<Integer> places,
            @ForAll("spoilers") byte spoiler) {
        PrometheusText text = new PrometheusText(LIMITS, List.of());
        byte[] page = ("# TYPE a gauge\n" + printed(samples) + "b 1 2 # {x=\"y\"} 3\n# EOF\n")
                .getBytes(StandardCharsets.UTF_8);
        readOrNamed(text, page);

        for (int place : places) {
            page[Math.floorMod(place, page.length)] = spoiler;
        }

        readOrNamed(text, page);
        readOrNamed(text, Arrays.copyOf(page, places.size() * page.length / (places.size() + 1)));
    }

    private static void readOrNamed(PrometheusText text, byte[] page) {
        try {
            assertThat(text.parse(page).size()).isLessThanOrEqualTo(page.length);
        } catch (MetricsSyntaxException e) {
            assertThat(e.line()).isPositive();
        }
    }

    @Provide
    Arbitrary<Byte> spoilers() {
        return Arbitraries.of('{', '}', '"', '\\', '\n', '\r', ' ', ',', '=', '#', '1', 'e', '-', 'n', (char) 0)
                .map(letter -> (byte) letter.charValue())
                .injectDuplicates(0.1);
    }

    @Provide
    Arbitrary<Map<Series, Double>> pages() {
        Arbitrary<String> names = Arbitraries.of("a", "ab", "a_total", "b:c", "_x", "hikaricp_connections");
        Arbitrary<String> labelNames = Arbitraries.of("pool", "uri", "le", "x", "_");
        Arbitrary<String> labelValues = Arbitraries.strings()
                .withChars('a', '"', '\\', '\n', '}', '{', ',', '=', ' ', '#', 'é', '東')
                .ofMaxLength(6);
        Arbitrary<Map<String, String>> labels =
                Arbitraries.maps(labelNames, labelValues).ofMaxSize(3);
        Arbitrary<Series> series = Combinators.combine(names, labels).as(Series::of);
        Arbitrary<Double> values = Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE));
        return Arbitraries.maps(series, values).ofMaxSize(12);
    }

    private static String printed(Map<Series, Double> samples) {
        StringBuilder page = new StringBuilder();
        samples.forEach((series, value) -> {
            page.append(series.name());
            if (!series.labels().isEmpty()) {
                page.append('{');
                series.labels().forEach((name, label) -> page.append(name)
                        .append("=\"")
                        .append(label.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n"))
                        .append("\","));
                page.append('}');
            }
            page.append(' ').append(value.toString().replace("Infinity", "Inf")).append('\n');
        });
        return page.toString();
    }
}
