package io.poolwright.watch.history.quest;

import io.poolwright.model.live.Measure;
import io.poolwright.watch.history.Retention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The tables of the store: every look, and two of what came of them over a time. */
enum Table {
    LOOKS("looks", Duration.ZERO, "HOUR"),
    TENS("tens", Duration.ofSeconds(10), "DAY"),
    MINUTES("minutes", Duration.ofMinutes(1), "DAY");

    private final String id;
    private final Duration step;
    private final String partition;

    Table(String id, Duration step, String partition) {
        this.id = id;
        this.step = step;
        this.partition = partition;
    }

    String id() {
        return id;
    }

    /** What a row stands for; nothing for a single look. */
    Duration step() {
        return step;
    }

    boolean rolledUp() {
        return this != LOOKS;
    }

    String mean(Measure measure) {
        return rolledUp() ? measure.id() + "_mean" : measure.id();
    }

    String highest(Measure measure) {
        return rolledUp() ? measure.id() + "_max" : measure.id();
    }

    Duration kept(Retention retention) {
        return switch (this) {
            case LOOKS -> retention.looks();
            case TENS -> retention.tens();
            case MINUTES -> retention.minutes();
        };
    }

    /**
     * A rolled-up table finds a pool's rows by an index, since questions reach far back; the looks of a few hours are
     * searched.
     */
    String create(Retention retention) {
        List<String> columns = new ArrayList<>();
        columns.add("at TIMESTAMP");
        if (rolledUp()) {
            columns.add("pool SYMBOL CAPACITY 4096 CACHE INDEX CAPACITY 128");
            columns.add("looks INT");
        } else {
            columns.add("pool INT");
        }
        columns.addAll(numbers());
        return "CREATE TABLE IF NOT EXISTS %s (%s) TIMESTAMP(at) PARTITION BY %s TTL %s BYPASS WAL"
                .formatted(id, String.join(", ", columns), partition, ttl(retention));
    }

    String setTtl(Retention retention) {
        return "ALTER TABLE %s SET TTL %s".formatted(id, ttl(retention));
    }

    /** The columns of the measures, each with its type. */
    List<String> numbers() {
        List<String> columns = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            columns.add(mean(measure) + " FLOAT");
            if (rolledUp()) {
                columns.add(highest(measure) + " FLOAT");
            }
        }
        return columns;
    }

    private String ttl(Retention retention) {
        return kept(retention).toHours() + " HOURS";
    }
}
