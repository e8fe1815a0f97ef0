package io.poolwright.simulate.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the calm stretches of a recording: those in which most looks are untroubled.
 *
 * <p>Whole stretches count, their busy moments included. To drop just the looks at which the pool happened to be full would drop
 * the long uses that filled it.
 */
final class Calm {
    /** Looks on either side that count for one. */
    private static final int SIDE = 5;

    private Calm() {}

    static List<Look> in(List<Look> looks) {
        List<Look> calm = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            List<Look> around = looks.subList(Math.max(0, i - SIDE), Math.min(looks.size(), i + SIDE + 1));
            long troubled = around.stream().filter(Look::troubled).count();
            if (2 * troubled < around.size()) {
                calm.add(looks.get(i));
            }
        }
        return calm;
    }
}
