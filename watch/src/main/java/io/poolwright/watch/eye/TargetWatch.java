package io.poolwright.watch.eye;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Seen;
import io.poolwright.watch.targets.Target;
import io.poolwright.watch.view.Firing;
import io.poolwright.watch.view.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether one target answers. Two looks without an answer are an alert: what it would show is unknown, not fine. */
final class TargetWatch {
    static final String DETECTOR = "target-silent";
    /** At one look a second, two looks are too few: three then, and two where looks are rarer. */
    private static final Duration LEAST = Duration.ofSeconds(2);
    /** The alert on a blind pool ends after a minute of seeing. */
    private static final Duration SEEN_AGAIN = Duration.ofMinutes(2);

    private final Target target;
    private Optional<Instant> since = Optional.empty();
    private boolean answering;
    private String reason = "not asked yet";
    private int missed;
    private boolean fellSilent;
    private int pools;
    private List<String> notices = List.of();
    private Optional<Firing> firing = Optional.empty();

    TargetWatch(Target target) {
        this.target = target;
    }

    void take(Instant at, Answer<Seen> answer) {
        boolean now = answer.value().isPresent();
        if (since.isEmpty() || now != answering) {
            since = Optional.of(at);
        }
        answering = now;
        if (answer instanceof Answer.Answered<Seen> seen) {
            missed = 0;
            reason = "";
            pools = seen.it().readings().size();
            notices = seen.it().notices().stream().map(Notice::text).limit(5).toList();
            firing = Optional.empty();
        } else if (answer instanceof Answer.Silent<Seen> silent) {
            missed++;
            fellSilent = true;
            reason = silent.reason();
            boolean longEnough = Duration.between(since.orElse(at), at).compareTo(LEAST) >= 0;
            if (missed >= 2 && longEnough && firing.isEmpty()) {
                String text = "%s has not answered since %s: %s. What it would show is unknown, not fine."
                        .formatted(target.name(), since.orElse(at), reason);
                firing = Optional.of(new Firing(DETECTOR, Level.WARNING, title(), text, at));
            }
        }
    }

    private String title() {
        return "Target " + target.name() + " is silent";
    }

    Optional<Firing> firing() {
        return firing;
    }

    /** Whether its pools are blind because of it: while it is silent, and until they are taken for seen again. */
    boolean silentLately(Instant at) {
        return !answering
                || (fellSilent && Duration.between(since.orElse(at), at).compareTo(SEEN_AGAIN) < 0);
    }

    TargetState state() {
        return new TargetState(target, answering, since, reason, pools, notices);
    }
}
