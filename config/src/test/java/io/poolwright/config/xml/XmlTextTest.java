package io.poolwright.config.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTest {
    @Test
    void everyAttributeKnowsItsLine() {
        XmlElement context = XmlText.parse("context.xml", """
                <?xml version="1.0"?>
                <!-- <Resource maxTotal="1"/> -->
                <Context>
                  <Resource name="jdbc/shop"
                            url="jdbc:mysql://db/shop?a=1&amp;b=2"
                            maxTotal='20'/>
                </Context>
                """, 10);

        XmlElement resource = context.all("Resource").get(0);
        assertThat(resource.origin()).isEqualTo(new Origin("context.xml", 14));
        assertThat(resource.attributes())
                .containsExactly(
                        new XmlAttribute("name", "jdbc/shop", new Origin("context.xml", 14)),
                        new XmlAttribute("url", "jdbc:mysql://db/shop?a=1&b=2", new Origin("context.xml", 15)),
                        new XmlAttribute("maxTotal", "20", new Origin("context.xml", 16)));
    }

    @Test
    void textIsReadWithoutThatOfTheChildren() {
        XmlElement root = XmlText.parse("f.xml", "<a> x <b>y &lt; z</b><![CDATA[<raw>]]> </a>", 0);

        assertThat(root.text()).isEqualTo("x <raw>");
        assertThat(root.children().get(0).text()).isEqualTo("y < z");
    }

    @Test
    void prefixesFallAway() {
        XmlElement root = XmlText.parse("f.xml", "<beans:bean p:maxActive=\"5\"/>", 0);

        assertThat(root.name()).isEqualTo("bean");
        assertThat(root.value("maxActive")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<a>",
                "<a></b>",
                "<a",
                "<a b",
                "<a b=c/>",
                "<a b='c/>",
                "<",
                "</a>",
                "<a><!-- </a>",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
                "<a><![CDATA[x</a>"
            })
    void whatIsBrokenIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> XmlText.parse("f.xml", text, 0))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageStartingWith("f.xml:1: found ");
    }

    @Test
    void aDocumentTypeThatOnlyNamesAGrammarIsPassedOver() {
        assertThat(XmlText.parse("f.xml", "<!DOCTYPE beans PUBLIC '-//X' 'http://x/y.dtd'>\n<beans/>", 0)
                        .origin()
                        .line())
                .isEqualTo(2);
    }

    @Test
    void depthHasAnEnd() {
        assertThat(XmlText.parse("f.xml", "<a>".repeat(XmlText.DEEPEST) + "</a>".repeat(XmlText.DEEPEST), 0)
                        .below("a"))
                .hasSize(XmlText.DEEPEST);
        assertThatThrownBy(() -> XmlText.parse("f.xml", "<a>".repeat(100_000), 0))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageContaining("elements 101 deep");
    }

    @Property(tries = 4000)
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        try {
            XmlText.parse("f.xml", text, 0);
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isPositive();
        }
    }

    /** What the JDK's reader accepts, we accept, and see the same first element. */
    @Property(tries = 4000)
    void acceptsWhatTheJdkAccepts(@ForAll("texts") String text) {
        String name;
        try {
            name = jdk(text);
        } catch (XMLStreamException e) {
            return;
        }

        assertThat(XmlText.parse("f.xml", text, 0).name()).isEqualTo(name);
    }

    private static String jdk(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
        String first = "";
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT && first.isEmpty()) {
                first = reader.getLocalName();
            }
        }
        return first;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "<a>",
                        "</a>",
                        "<b>",
                        "</b>",
                        "<b/>",
                        "<a x='1'>",
                        "<b y=\"2\" z='3'/>",
                        "text",
                        "&amp;",
                        "&#65;",
                        "&#x41;",
                        "&#9999999;",
                        "<!-- c -->",
                        "<![CDATA[d]]>",
                        "<?p q?>",
                        "\n",
                        " ",
                        "<",
                        ">",
                        "&",
                        "=",
                        "'",
                        "\"",
                        "<!DOCTYPE a>",
                        "é",
                        "\u0000")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
