package io.poolwright.cli.simulate;

/** A form that the answer can take. */
public enum Layout {
    TEXT,
    JSON,
    HTML
}
