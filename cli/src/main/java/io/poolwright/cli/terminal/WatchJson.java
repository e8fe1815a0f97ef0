package io.poolwright.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poolwright.watch.view.Cell;
import io.poolwright.watch.view.Headline;
import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.PoolRow;
import io.poolwright.watch.view.ServiceRows;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A watch for another program: one object a look, on a line of its own. What is not known is {@code null}. */
public final class WatchJson implements WatchScreen {
    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final PrintStream out;

    public WatchJson(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void draw(Overview overview) {
        try {
            out.println(MAPPER.writeValueAsString(of(overview)));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an overview is texts and numbers only", e);
        }
    }

    /** Nothing: what happened shows in the next look. */
    @Override
    public void tell(String news) {}

    private static Map<String, @Nullable Object> of(Overview overview) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("version", VERSION);
        root.put("at", overview.at().toString());
        root.put("environment", overview.environment());
        root.put("headline", headline(overview.headline()));
        root.put("pools", overview.services().stream().flatMap(WatchJson::rows).toList());
        root.put(
                "blindSpots",
                overview.blindSpots().stream()
                        .map(spot -> {
                            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                            fields.put("id", spot.key());
                            fields.put("reason", spot.reason());
                            fields.put("since", time(spot.since()));
                            return fields;
                        })
                        .toList());
        return root;
    }

    private static Map<String, @Nullable Object> headline(Headline it) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("state", it.state().id());
        fields.put("service", it.service());
        fields.put("where", it.where());
        fields.put("since", time(it.since()));
        fields.put("cause", it.cause().orElse(null));
        fields.put("confidence", it.cause().isPresent() ? it.confidence() : null);
        fields.put("change", it.change().isEmpty() ? null : it.change());
        fields.put("next", it.next().isEmpty() ? null : it.next());
        return fields;
    }

    private static Stream<Map<String, @Nullable Object>> rows(ServiceRows service) {
        return Stream.of(service.rows(), service.quiet()).flatMap(List::stream).map(WatchJson::row);
    }

    private static Map<String, @Nullable Object> row(PoolRow row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", row.key());
        fields.put("service", row.pool().service());
        fields.put("tier", row.pool().tier().id());
        fields.put("name", row.pool().name());
        fields.put("instance", row.pool().instance());
        fields.put("instances", row.instances());
        fields.put("state", row.state().id());
        fields.put("used", value(row.used()));
        fields.put("max", value(row.max()));
        fields.put("pending", value(row.pending()));
        fields.put("waitSeconds", value(row.waitTime()));
        fields.put("timeoutsPerMinute", value(row.timeouts()));
        fields.put("note", row.note());
        fields.put("since", time(row.since()));
        return fields;
    }

    private static @Nullable Double value(Cell cell) {
        return cell.known() ? (Double) (Math.round(cell.value().getAsDouble() * 1e6) / 1e6) : null;
    }

    private static @Nullable String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }
}
