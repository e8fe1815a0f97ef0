package io.poolwright.drill.load;

/** The HTTP method of every request; neither carries a body. */
public enum Verb {
    GET,
    POST
}
