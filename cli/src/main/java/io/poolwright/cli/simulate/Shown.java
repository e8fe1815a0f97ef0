package io.poolwright.cli.simulate;

import io.poolwright.cli.audit.Output;
import io.poolwright.cli.terminal.Style;
import java.io.PrintWriter;
import java.util.List;

/**
 * Where an answer goes and how it may look.
 *
 * @param outputs each form with its place
 * @param out standard output
 * @param style of text on it
 * @param width of text on it, in columns
 * @param progress whether to tell how far it is
 */
public record Shown(List<Output<Layout>> outputs, PrintWriter out, Style style, int width, boolean progress) {
    public Shown {
        outputs = List.copyOf(outputs);
    }

    /** Whether this form was asked for. */
    boolean wants(Layout layout) {
        return outputs.stream().anyMatch(output -> output.format() == layout);
    }

    /** What writes an answer. */
    interface Writer {
        /** The text in this form, with a line end. */
        String write(Layout layout, Style style, int width);
    }

    /** Puts each form in its place. A file's text has no colour. */
    void put(Writer writer) {
        for (Output<Layout> output : outputs) {
            if (output.file().isPresent()) {
                Output.write(output.file().get(), writer.write(output.format(), new Style(false, true), 100));
            } else {
                out.print(writer.write(output.format(), style, width));
                out.flush();
            }
        }
    }
}
