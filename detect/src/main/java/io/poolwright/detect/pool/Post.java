package io.poolwright.detect.pool;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One detector's place at one pool: its judge, and the alert that fires if one does. */
final class Post {
    private final PoolDetector detector;
    private final Judge judge;
    private @Nullable PoolAlert alert;
    private @Nullable PoolAlert over;
    private boolean fresh;
    private @Nullable Calm calm;

    Post(PoolDetector detector) {
        this.detector = detector;
        this.judge = detector.judge();
    }

    /** Whether something changed with this look. */
    boolean look(Glance glance) {
        boolean stale = fresh || over != null;
        fresh = false;
        over = null;
        Sign sign = judge.look(glance);
        PoolAlert now = alert;
        if (now == null) {
            if (sign.fires()) {
                raise(glance, sign, glance.now);
                fresh = true;
            }
            return sign.fires() || stale;
        }
        if (sign == Sign.UNKNOWN) {
            return stale;
        }
        if (sign.fires() && sign.severity().compareTo(now.severity()) > 0) {
            raise(glance, sign, now.firedAt().toEpochMilli());
            fresh = true;
            return true;
        }
        Calm better = calm;
        return (better != null && calm(glance, sign, now, better)) || stale;
    }

    /** Takes an alert back, or takes back how bad it is, only after it has clearly been better for a while. */
    private boolean calm(Glance glance, Sign sign, PoolAlert now, Calm better) {
        better.clear.be(sign == Sign.CLEAR, glance.now);
        better.milder.be(sign.fires() && sign.severity() != now.severity(), glance.now);
        long quiet = detector.quiet().toMillis();
        if (better.clear.lasts(quiet)) {
            over = now;
            alert = null;
            calm = null;
            return true;
        }
        if (better.milder.lasts(quiet)) {
            raise(glance, sign, now.firedAt().toEpochMilli());
            return true;
        }
        return false;
    }

    private void raise(Glance glance, Sign sign, long firedAt) {
        Finding found = judge.say(glance);
        alert = new PoolAlert(
                detector.id(),
                glance.pool,
                sign.severity(),
                detector.title(),
                found.text(),
                Instant.ofEpochMilli(firedAt),
                found.value(),
                found.limit(),
                found.unit(),
                found.origin());
        calm = new Calm(new Held(), new Held());
    }

    void report(List<PoolAlert> firing, List<PoolAlert> begun, List<PoolAlert> ended) {
        PoolAlert now = alert;
        if (now != null) {
            firing.add(now);
            if (fresh) {
                begun.add(now);
            }
        }
        PoolAlert gone = over;
        if (gone != null) {
            ended.add(gone);
        }
    }

    /** How long it has been better, while an alert fires. */
    private record Calm(Held clear, Held milder) {}
}
