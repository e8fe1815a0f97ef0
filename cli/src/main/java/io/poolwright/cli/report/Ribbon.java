package io.poolwright.cli.report;

import java.util.List;

/**
 * How far a figure may lie from its line: a band between low and high.
 *
 * @param name as the legend calls it
 * @param style its class in the style sheet
 * @param slices in order
 */
public record Ribbon(String name, String style, List<Slice> slices) {
    public Ribbon {
        slices = List.copyOf(slices);
    }

    /** From low to high at one place. */
    public record Slice(double at, double low, double high) {}
}
