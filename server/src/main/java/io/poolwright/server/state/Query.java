package io.poolwright.server.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;

/** A select that grows by conditions. Values are parameters, always; the words are ours. */
final class Query {
    private final StringBuilder text;
    private final List<Object> values = new ArrayList<>();
    private boolean narrowed;

    Query(String select) {
        text = new StringBuilder(select);
    }

    Query where(String condition, Object... given) {
        text.append(narrowed ? " and " : " where ").append(condition);
        narrowed = true;
        values.addAll(List.of(given));
        return this;
    }

    <V> Query whereIf(Optional<V> value, String condition, Function<V, Object> stored) {
        value.ifPresent(it -> where(condition, stored.apply(it)));
        return this;
    }

    /**
     * One page, newest first.
     *
     * @param time the column that orders
     * @param id reads a cursor's id as the column's type; empty when it is none
     */
    <T> Page<T> page(
            Store store,
            String time,
            Optional<Cursor> after,
            Function<String, Object> id,
            int limit,
            RowMapper<T> mapper,
            Function<T, Cursor> place) {
        after.ifPresent(it -> {
            Object key = id.apply(it.id());
            where("(%s < ? or (%s = ? and id < ?))".formatted(time, time), stored(it.at()), stored(it.at()), key);
        });
        text.append(" order by %s desc, id desc fetch first %d rows only".formatted(time, limit + 1));
        List<T> found = store.read(
                sql -> sql.sql(text.toString()).params(values).query(mapper).list());
        boolean more = found.size() > limit;
        List<T> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? Optional.of(place.apply(items.get(items.size() - 1))) : Optional.empty());
    }

    private static Object stored(Instant at) {
        return Times.stored(at);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
