package io.poolwright.cli.commands;

import io.poolwright.cli.audit.Output;
import io.poolwright.cli.simulate.Layout;
import io.poolwright.cli.simulate.Meter;
import io.poolwright.cli.simulate.Shown;
import io.poolwright.cli.terminal.Style;
import io.poolwright.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which forms an answer is given, and where. */
final class ShownOptions {
    /** When to use colour. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            description = "text, json or html (default: text); several with files.")
    private List<String> formats = new ArrayList<>();

    @Option(
            names = {"--out", "--output"},
            paramLabel = "FILE",
            description = "Where the format without a file goes.")
    private @Nullable Path out;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto, always or never (default: auto; NO_COLOR is honoured).")
    private Colour colour = Colour.AUTO;

    @Option(names = "--progress", description = "Tell on standard error how far it is, also where that is no terminal.")
    private boolean progress;

    /**
     * The places.
     *
     * @param stem of a file's name in a message
     * @param layouts that the command knows
     */
    Shown shown(String stem, List<Layout> layouts, PrintWriter standard) {
        List<Output<Layout>> outputs = Output.parse(layouts, formats, Optional.ofNullable(out), stem);
        boolean page = outputs.stream().anyMatch(one -> one.file().isEmpty() && one.format() == Layout.TEXT);
        boolean terminal = page && colour != Colour.NEVER && (colour == Colour.ALWAYS || Terminal.seen());
        Style seen = Style.of(System.getenv(), terminal);
        Style style = colour == Colour.ALWAYS ? new Style(true, seen.drawing()) : seen;
        int width = terminal && colour == Colour.AUTO ? Terminal.width() : 100;
        return new Shown(outputs, standard, style, width, progress || Meter.seen());
    }
}
