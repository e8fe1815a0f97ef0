package io.poolwright.server.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of thing happened. */
public enum EventKind {
    /** An alert began. */
    ALERT_FIRED,
    /** An alert ended. */
    ALERT_RESOLVED,
    /** Somebody or something reported a change of configuration. */
    CHANGE,
    /** Somebody or something reported a deployment. */
    DEPLOYMENT,
    /** A setting of a running product was seen to change. */
    SETTING_CHANGED,
    /** A cause was named, or taken back. */
    DIAGNOSIS,
    /** The audit of the live stack found something, or no longer finds it. */
    FINDING,
    /** A limit of ours was reached: what lies beyond it is not seen. */
    LIMIT_REACHED,
    /** A target began or ceased to answer. */
    TARGET,
    /** An account, a role or a token was made, changed or taken away. */
    ACCESS_CHANGED;

    /** As it is written in JSON and in the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that is written so. */
    public static Optional<EventKind> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
