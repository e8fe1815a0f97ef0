package io.poolwright.telemetry.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusTextTest {
    private final PrometheusText text = new PrometheusText();

    @Test
    void readsNamesLabelsAndValues() {
        MetricsPage page = parse("""
                # HELP hikaricp_connections_active Active connections
                # TYPE hikaricp_connections_active gauge
                hikaricp_connections_active{pool="orders",} 7
                hikaricp_connections_active{pool="stock"} 2.0
                up 1
                """);

        assertThat(page.size()).isEqualTo(3);
        assertThat(page.gauge("hikaricp_connections_active", "pool", "orders")).hasValue(7);
        assertThat(page.sum("hikaricp_connections_active")).hasValue(9);
        assertThat(page.labelValues("hikaricp_connections_active", "pool")).containsExactly("orders", "stock");
        assertThat(page.series(2)).isEqualTo(Series.of("up", Map.of()));
        assertThat(page.value(2)).isEqualTo(1);
        assertThat(page.has("up")).isTrue();
        assertThat(page.has("down")).isFalse();
    }

    @Test
    void severalMatchesAreNoGauge() {
        MetricsPage page = parse("a{x=\"1\"} 1\na{x=\"2\"} 2\n");

        assertThat(page.gauge("a")).isEmpty();
        assertThat(page.gauge("b")).isEmpty();
        assertThat(page.sum("b")).isEmpty();
    }

    @Test
    void undoesEscapes() {
        MetricsPage page = parse("a{x=\"back\\\\slash \\\"quote\\\" line\\nend }{#\"} 1");

        assertThat(page.series(0).labels()).containsEntry("x", "back\\slash \"quote\" line\nend }{#");
    }

    @Test
    void readsUtf8() {
        MetricsPage page = parse("a{stadt=\"Zürich 東京 🙂\"} 1\n");

        assertThat(page.series(0).labels()).containsEntry("stadt", "Zürich 東京 🙂");
    }

    @Test
    void readsQuotedNames() {
        MetricsPage page = parse("{\"http.server.requests\",\"a.b\"=\"c\",d=\"e\"} 4\n");

        assertThat(page.series(0)).isEqualTo(Series.of("http.server.requests", Map.of("a.b", "c", "d", "e")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 1",
                "a 1\n",
                "a 1\r\n",
                "a 1 1395066363000\n",
                "a 1 1395066363.5\n",
                "a{} 1\n",
                "a{ } 1\n",
                "a{}1\n",
                "a\t1\n",
                "  a   1  \n",
                "a 1 # {trace_id=\"x y\"} 0.67 1520879607.789\n",
                "a 1 17 # {} 0.67\n",
                "\n\n a 1\n\n",
                "# a comment\na 1\n# EOF",
                "a 1\n# EOF\n",
                "a 1\r\n# EOF\r\n",
                "#\na 1.0e0\n",
                "# EOF is near\na 1"
            })
    void readsTheSameSampleHoweverItIsWritten(String page) {
        for (int look = 0; look < 2; look++) {
            MetricsPage read = parse(page);

            assertThat(read.size()).isEqualTo(1);
            assertThat(read.gauge("a")).hasValue(1);
        }
    }

    @Test
    void readsLabelsAfterASpace() {
        assertThat(parse("a 1\n").size()).isEqualTo(1);

        MetricsPage page = parse("a { x = \"y\" , } 2\n");

        assertThat(page.series(0)).isEqualTo(Series.of("a", Map.of("x", "y")));
    }

    @Test
    void readsWhatIsNotANumber() {
        MetricsPage page = parse("a NaN\nb +Inf\nc -Inf\nd 1.5E-3\n");

        assertThat(page.gauge("a")).hasValue(Double.NaN);
        assertThat(page.gauge("b")).hasValue(Double.POSITIVE_INFINITY);
        assertThat(page.gauge("c")).hasValue(Double.NEGATIVE_INFINITY);
        assertThat(page.gauge("d")).hasValue(0.0015);
    }

    @Test
    void anEmptyPageHasNoSamples() {
        assertThat(parse("").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a|1|the end of the line|a value: decimal, NaN, +Inf or -Inf",
                "b 1;a x|2|'x'|a value: decimal, NaN, +Inf or -Inf",
                "b 1;;# c;a 1 x|4|'x'|a time stamp in digits after the value",
                "a 1 2 3|1|'3'|the end of the line",
                "9a 1|1|'9a'|a metric name: letters, digits, _ and :, no digit first",
                "a-b 1|1|'-b'|a space and a value after the series",
                "a{x=1} 1|1|'1}'|a value in double quotes",
                "a{x} 1|1|'}'|= after the label name",
                "a{,} 1|1|',}'|a label name: letters, digits and _, no digit first",
                "a{x=`1`y=`2`} 1|1|'y=\"2\"}'|, or } after a label",
                "a{x=`1` 1|1|'{x=\"1\" 1'|a closing } on the line",
                "a{x=`1} 1|1|'{x=\"1} 1'|a closing double quote on the same line",
                "a{x=`\\t`} 1|1|'\\t'|\\\\, \\\" and \\n",
                "a{x=`1`,x=`2`} 1|1|label x a second time|each label once",
                "{x=`1`} 1|1|labels without a metric name|a metric name before {, or quoted after it",
                "a 1;# EOF;b 2|3|'b 2'|nothing after # EOF",
                "a 1 # x|1|# after a value|an exemplar, as in # {trace_id=\"…\"} 0.5",
                "a 1 # {} x|1|'x'|a value in digits after the labels of an exemplar",
            })
    void aMalformedLineIsNamed(String page, int line, String found, String accepted) {
        String written = page.replace(';', '\n').replace('`', '"');

        assertThatThrownBy(() -> parse(written))
                .isInstanceOf(MetricsSyntaxException.class)
                .hasMessage("metrics page, line %d: found %s; accepted: %s".formatted(line, found, accepted))
                .extracting(thrown -> ((MetricsSyntaxException) thrown).line())
                .isEqualTo(line);
    }

    @Test
    void aSeriesTwiceIsRefused() {
        for (int look = 0; look < 2; look++) {
            assertThatThrownBy(() -> parse("a 1\nb 1\na 1\n"))
                    .isInstanceOf(MetricsSyntaxException.class)
                    .hasMessage("metrics page, line 3: found series Series[name=a, labels={}] a second time; "
                            + "accepted: each series once");
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] page = "a{x=\"?\"} 1\n".getBytes(StandardCharsets.UTF_8);
        page[5] = (byte) 0xC3;

        assertThatThrownBy(() -> text.parse(page))
                .isInstanceOf(MetricsSyntaxException.class)
                .hasMessage("metrics page, line 1: found bytes that are not UTF-8 in a label value; accepted: UTF-8");
    }

    @Test
    void readsOnlyTheWantedPrefixes() {
        PrometheusText filtered = new PrometheusText(PageLimits.GENEROUS, List.of("hikaricp_", "up"));

        MetricsPage page = filtered.parse(bytes("up 1\njvm_memory{ broken\nhikaricp_connections 3\nhikari 4\n"));

        assertThat(page.size()).isEqualTo(2);
        assertThat(page.gauge("hikaricp_connections")).hasValue(3);
    }

    @Test
    void collidingSeriesAreToldApartByTheirBytes() {
        PrometheusText colliding = new PrometheusText(PageLimits.GENEROUS, List.of(), (bytes, from, to) -> 42);
        String page = "a{x=\"1\"} 1\na{x=\"2\"} 2\nb 3\na{x=\"3\"} 4\n";

        for (String order : List.of(page, page, reversed(page))) {
            MetricsPage read = colliding.parse(bytes(order));

            assertThat(read.gauge("a", "x", "1")).hasValue(1);
            assertThat(read.gauge("a", "x", "2")).hasValue(2);
            assertThat(read.gauge("b")).hasValue(3);
            assertThat(read.gauge("a", "x", "3")).hasValue(4);
        }
    }

    @Test
    void seriesThatComeAndGoAreReadAlike() {
        assertThat(parse("a 1\nb 2\nc 3\n").size()).isEqualTo(3);
        assertThat(parse("a 1\nc 3\n").gauge("c")).hasValue(3);
        assertThat(parse("c 3\nab 4\nb 2\n").gauge("ab")).hasValue(4);
        assertThat(parse("a 9\nb 8\nc 7\n").gauge("b")).hasValue(8);
    }

    @Test
    void aPageOfExactlyTheLimitIsRead() {
        byte[] page = bytes("a 1\nb 2\n");

        MetricsPage read = new PrometheusText(new PageLimits(page.length, 2), List.of()).parse(page);

        assertThat(read.size()).isEqualTo(2);
    }

    @Test
    void aPageBeyondTheByteLimitIsRefused() {
        PrometheusText narrow = new PrometheusText(new PageLimits(7, 2), List.of());

        assertThatThrownBy(() -> narrow.parse(bytes("a 1\nb 2\n")))
                .isInstanceOf(MetricsOverflowException.class)
                .hasMessage("metrics page: found 8 bytes; accepted: at most 7");
    }

    @Test
    void aPageBeyondTheSeriesLimitIsRefused() {
        PrometheusText narrow = new PrometheusText(new PageLimits(100, 2), List.of());

        assertThatThrownBy(() -> narrow.parse(bytes("a 1\nb 2\nc 3\n")))
                .isInstanceOf(MetricsOverflowException.class)
                .hasMessage("metrics page: found more than 2 series; accepted: at most 2");
    }

    @Test
    void seriesThatChangeForEverDoNotFillTheMemory() {
        SeriesCache cache = new SeriesCache(SeriesHash.MIXED, 100, PageLimits.Beyond.REFUSED);

        for (int look = 0; look < 50; look++) {
            StringBuilder page = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                page.append("a{pod=\"").append(look).append('-').append(i).append("\"} 1\n");
            }
            byte[] bytes = bytes(page.toString());
            MetricsPage read = new PageReader(
                            bytes, bytes.length, cache, new PageLimits(10_000, 100), new Prefixes(List.of()))
                    .read();

            assertThat(read.size()).isEqualTo(100);
            assertThat(cache.size()).isLessThanOrEqualTo(200);
        }
    }

    private MetricsPage parse(String page) {
        return text.parse(bytes(page));
    }

    private static byte[] bytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static String reversed(String page) {
        List<String> lines = new ArrayList<>(page.lines().toList());
        Collections.reverse(lines);
        return String.join("\n", lines);
    }
}
