package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model as text: a line for each parameter, {@code NAME = VALUE}; the rest is as usual. A {@code #} begins a comment. */
final class ModelFile {
    private ModelFile() {}

    /** Its lines in order. */
    static List<Change> read(String file, String text) {
        List<Change> changes = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("(^|\\s)#.*", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            String place = "%s:%d".formatted(file, i + 1);
            int equals = line.indexOf('=');
            if (equals < 1 || equals == line.length() - 1) {
                throw new UnmetNeedException(
                        "%s: found '%s'; accepted: NAME = VALUE, or a comment behind #; write: pool.max = 20"
                                .formatted(place, line));
            }
            Change change = new Change(
                    place,
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
            change.parameter();
            Integer before = seen.put(change.name(), i + 1);
            if (before != null) {
                throw new UnmetNeedException("%s: %s stands in line %d already; leave one of them out"
                        .formatted(place, change.name(), before));
            }
            changes.add(change);
        }
        return changes;
    }
}
