package io.poolwright.detect.pool;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One detector's place at one pool: its judge, and the alert that fires if one does. */
final class Post {
    private final PoolDetector detector;
    private final Judge judge;
    private @Nullable Standing standing;

    Post(PoolDetector detector) {
        this.detector = detector;
        this.judge = detector.judge();
    }

    /** Whether what this post reports is not what it reported a look ago. */
    boolean look(Glance glance) {
        Standing now = standing;
        boolean news = now != null && (now.fresh || now.over);
        if (now != null) {
            now.fresh = false;
            if (now.over) {
                standing = null;
                now = null;
            }
        }
        Sign sign = judge.look(glance);
        if (now == null) {
            if (sign.fires()) {
                standing = new Standing(alert(glance, sign, glance.now));
            }
            return news || sign.fires();
        }
        if (sign == Sign.UNKNOWN) {
            return news;
        }
        if (sign.fires() && sign.severity().compareTo(now.alert.severity()) > 0) {
            standing = new Standing(alert(glance, sign, now.alert.firedAt().toEpochMilli()));
            return true;
        }
        return calm(glance, sign, now) || news;
    }

    /** Takes an alert back, or takes back how bad it is, only after it has clearly been better for a while. */
    private boolean calm(Glance glance, Sign sign, Standing now) {
        now.clear.be(sign == Sign.CLEAR, glance.now);
        now.milder.be(sign.fires() && sign.severity() != now.alert.severity(), glance.now);
        long quiet = detector.quiet().toMillis();
        if (now.clear.lasts(quiet)) {
            now.over = true;
            return true;
        }
        if (now.milder.lasts(quiet)) {
            now.alert = alert(glance, sign, now.alert.firedAt().toEpochMilli());
            now.milder.no();
            return true;
        }
        return false;
    }

    private PoolAlert alert(Glance glance, Sign sign, long firedAt) {
        Finding found = judge.say(glance);
        return new PoolAlert(
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
    }

    void report(List<PoolAlert> firing, List<PoolAlert> begun, List<PoolAlert> ended) {
        Standing now = standing;
        if (now == null) {
            return;
        }
        (now.over ? ended : firing).add(now.alert);
        if (now.fresh) {
            begun.add(now.alert);
        }
    }

    /** An alert that fires, or fired until this look, and how long it has been better. */
    private static final class Standing {
        private PoolAlert alert;
        private boolean fresh = true;
        private boolean over;
        private final Held clear = new Held();
        private final Held milder = new Held();

        private Standing(PoolAlert alert) {
            this.alert = alert;
        }
    }
}
