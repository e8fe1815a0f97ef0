package io.poolwright.config.xml;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element with its place.
 *
 * @param name without its namespace's prefix
 * @param attributes in the order written
 * @param children in the order written
 * @param text between its tags, those of its children left out, blanks at both ends taken off
 * @param origin where its tag begins
 */
public record XmlElement(
        String name, List<XmlAttribute> attributes, List<XmlElement> children, String text, Origin origin) {
    public XmlElement {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** One attribute. */
    public Optional<XmlAttribute> attribute(String wanted) {
        return attributes.stream().filter(one -> one.name().equals(wanted)).findFirst();
    }

    /** The text of one attribute, or nothing in particular. */
    public String value(String wanted) {
        return attribute(wanted).map(XmlAttribute::value).orElse("");
    }

    /** The children of a name. */
    public List<XmlElement> all(String wanted) {
        return children.stream().filter(one -> one.name().equals(wanted)).toList();
    }

    /** This element and all below it of a name, in the order of the text. */
    public List<XmlElement> below(String wanted) {
        List<XmlElement> found = new ArrayList<>();
        collect(wanted, found);
        return found;
    }

    private void collect(String wanted, List<XmlElement> into) {
        if (name.equals(wanted)) {
            into.add(this);
        }
        children.forEach(child -> child.collect(wanted, into)); // no deeper than the reader allows
    }
}
