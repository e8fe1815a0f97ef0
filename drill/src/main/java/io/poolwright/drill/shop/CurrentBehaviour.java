package io.poolwright.drill.shop;

import java.util.Map;

/** The behaviour in force: read by every request, changed by the drill. */
final class CurrentBehaviour {
    private volatile Behaviour behaviour = Behaviour.NORMAL;

    Behaviour get() {
        return behaviour;
    }

    synchronized void change(Map<String, String> query) {
        behaviour = behaviour.with(query);
    }
}
