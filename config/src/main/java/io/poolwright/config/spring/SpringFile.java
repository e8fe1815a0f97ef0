package io.poolwright.config.spring;

import java.util.List;

/** A configuration file of an application, read. */
public record SpringFile(SpringFileName name, List<SpringDocument> documents) {
    public SpringFile {
        documents = List.copyOf(documents);
    }
}
