package io.poolwright.config.xml;

import io.poolwright.model.Origin;

/**
 * One attribute.
 *
 * @param name without its namespace's prefix
 * @param value entities undone; may be a secret
 * @param origin where its name stands
 */
public record XmlAttribute(String name, String value, Origin origin) {}
