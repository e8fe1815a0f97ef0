package io.poolwright.detect.pool;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One detector's place at one pool: its judge, and the alert that fires if one does. */
final class Post {
    private final PoolDetector detector;
    private final Judge judge;
    private final long quiet;
    private @Nullable PoolAlert alert;
    private @Nullable PoolAlert over;
    private boolean fresh;
    private final Held clear = new Held();
    private final Held milder = new Held();

    Post(PoolDetector detector) {
        this.detector = detector;
        this.judge = detector.judge();
        this.quiet = detector.quiet().toMillis();
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
        return calm(glance, sign, now) || stale;
    }

    /** Takes an alert back, or takes back how bad it is, only after it has clearly been better for a while. */
    private boolean calm(Glance glance, Sign sign, PoolAlert now) {
        clear.be(sign == Sign.CLEAR, glance.now);
        milder.be(sign.fires() && sign.severity() != now.severity(), glance.now);
        if (clear.lasts(quiet)) {
            over = now;
            alert = null;
            clear.no();
            milder.no();
            return true;
        }
        if (milder.lasts(quiet)) {
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
        clear.no();
        milder.no();
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
}
