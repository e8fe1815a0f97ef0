package io.poolwright.watch.view;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A limit with what there is to say about it.
 *
 * @param limit the setting
 * @param remark that it changed, or that what is written is not in force; empty text when there is nothing to say
 * @param trouble whether the remark is something to look at
 */
public record LimitRow(Limit limit, String remark, boolean trouble) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static LimitRow of(Limit limit) {
        List<String> remarks = new ArrayList<>();
        if (limit.before().isPresent()) {
            remarks.add("was %s%s"
                    .formatted(
                            limit.before().get(),
                            limit.changedAt()
                                    .map(at -> " until " + CLOCK.format(at))
                                    .orElse("")));
        }
        if (limit.differs()) {
            remarks.add("differs from what is configured" + (limit.why().isEmpty() ? "" : ": " + limit.why()));
        }
        return new LimitRow(limit, String.join("; ", remarks), !remarks.isEmpty());
    }
}
