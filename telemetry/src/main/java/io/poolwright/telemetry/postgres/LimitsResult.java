package io.poolwright.telemetry.postgres;

import io.poolwright.model.Answer;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The results that {@link LimitsQuery} adds, as readings and settings in force. */
final class LimitsResult {
    private static final String NO_LINE =
            "PostgreSQL has no line: who comes when every slot is taken is refused at once (SQLSTATE 53300)";
    private static final String REFUSALS_IN_LOG =
            "PostgreSQL counts refused connections nowhere but in its log, as SQLSTATE 53300";

    private LimitsResult() {}

    /** After {@link LookResult#read}, from the same statement. */
    static Seen read(PreparedStatement look, Owner owner, DatabaseSample sample) throws SQLException {
        List<Reading> readings = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        look.getMoreResults();
        ResultSet slots = look.getResultSet();
        slots.next();
        readings.add(slots(owner, "postgresql")
                .set(Signal.MAX, sample.usable())
                .set(Signal.USED, slots.getDouble("used"))
                .set(Signal.BORROWS, number(slots, "begun"))
                .build());

        look.getMoreResults();
        ResultSet limit = look.getResultSet();
        while (limit.next() && readings.size() <= LimitsQuery.MOST) {
            readings.add(slots(owner, limit.getString("kind") + " " + limit.getString("name"))
                    .set(Signal.MAX, limit.getDouble("most"))
                    .set(Signal.USED, limit.getDouble("used"))
                    .because(Signal.BORROWS, "PostgreSQL counts no sessions by role or limit")
                    .build());
        }
        if (readings.size() > LimitsQuery.MOST) {
            notices.add(new Notice(
                    Notice.Kind.LIMIT,
                    "more than %d roles and databases have a limit of their own; the rest is not read"
                            .formatted(LimitsQuery.MOST)));
        }

        look.getMoreResults();
        return Seen.of(readings)
                .withDatabase(Answer.of(sample))
                .withInForce(inForce(look.getResultSet(), owner, sample))
                .withNotices(notices);
    }

    private static Reading.Builder slots(Owner owner, String name) {
        return Reading.of(owner.pool(Tier.DATABASE, name))
                .because(Signal.PENDING, NO_LINE)
                .because(Signal.REFUSED, REFUSALS_IN_LOG);
    }

    private static List<InForce> inForce(ResultSet row, Owner owner, DatabaseSample sample) throws SQLException {
        List<InForce> inForce = new ArrayList<>();
        while (row.next()) {
            inForce.add(owner.inForce(
                    "", row.getString("name"), row.getString("value"), "pg_settings, " + row.getString("source")));
        }
        // Our own session has other values of these; what others have is in the sample, where it can be told.
        for (String name : List.of("statement_timeout", "idle_session_timeout")) {
            String value = sample.settings().get(name);
            if (value != null) {
                inForce.add(owner.inForce("", name, value, "pg_settings"));
            }
        }
        return inForce;
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
