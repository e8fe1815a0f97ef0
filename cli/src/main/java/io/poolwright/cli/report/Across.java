package io.poolwright.cli.report;

import java.util.List;

/** The horizontal axis of a chart: where a value stands, what is written below it, and what is marked along it. */
public interface Across {

    /** Where a value stands, from 0 at the left to 1 at the right; outside of that when it lies beyond an end. */
    double place(double at);

    /** Values with a line, no more of them than there is room for. */
    List<Tick> ticks(int most);

    /** Stretches with a ground of their own, in order. */
    List<Band> bands();

    /** What is marked. */
    List<Sign> signs();

    /** What it counts, with its unit; empty when the labels say so themselves. */
    String title();

    /** Headings of the columns that name a row of the table. */
    List<Table.Column> columns();

    /** The cells below those headings. */
    List<String> cells(double at);

    /** How closely the rows of the table stand: {@code every second}. */
    String rows();

    /**
     * A value with a line.
     *
     * @param labels rows of text below it
     */
    record Tick(double at, List<String> labels) {
        public Tick {
            labels = List.copyOf(labels);
        }
    }

    /** A stretch. */
    record Band(double from, double to, String name) {}

    /**
     * A value with a sign.
     *
     * @param text what it tells when it is pointed at
     */
    record Sign(double at, Mark mark, String text) {}
}
