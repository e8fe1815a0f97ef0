package io.poolwright.bench.grid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was measured so far: a file for each point, so that a grid that was interrupted goes on where it was. */
final class Results {
    private final Path folder;

    /** @param folder is made when missing */
    Results(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    boolean has(Point point) {
        return Files.exists(file(point));
    }

    /** Whether the point was measured by a generator that kept its time. */
    boolean valid(Point point) throws IOException {
        return has(point) && Files.readString(file(point)).strip().endsWith(",true");
    }

    void keep(Point point, Row row) throws IOException {
        Path draft = folder.resolve(point.name() + ".draft");
        Files.writeString(draft, row.header() + "\n" + row.line() + "\n");
        Files.move(draft, file(point), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** All points in their order, as one table. */
    void table(List<Point> points, Path table) throws IOException {
        List<String> lines = new ArrayList<>();
        Optional<String> header = Optional.empty();
        for (Point point : points) {
            if (has(point)) {
                List<String> file = Files.readAllLines(file(point), StandardCharsets.UTF_8);
                header = Optional.of(file.get(0));
                lines.add(file.get(1));
            }
        }
        if (header.isPresent()) {
            lines.add(0, header.get());
            Files.write(table, lines);
        }
    }

    private Path file(Point point) {
        return folder.resolve(point.name() + ".csv");
    }
}
