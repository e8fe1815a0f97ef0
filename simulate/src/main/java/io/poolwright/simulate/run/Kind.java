package io.poolwright.simulate.run;

/** What can happen. Plain numbers, because the engine deals in them. */
final class Kind {
    static final int ARRIVAL = 0;
    static final int THOUGHT = 1;
    static final int RETRY = 2;
    static final int CLIENT_TIMEOUT = 3;
    static final int LB_QUEUE_TIMEOUT = 4;
    static final int LB_SERVER_TIMEOUT = 5;
    static final int LB_CHECKED = 6;
    static final int APP_BEFORE = 7;
    static final int APP_AFTER = 8;
    static final int APP_CPU = 9;
    static final int ACQUIRE_TIMEOUT = 10;
    static final int VALIDATED = 11;
    static final int CREATE_LATENCY = 12;
    static final int CREATE_AGAIN = 13;
    static final int LIFETIME = 14;
    static final int DB_CPU = 15;
    static final int DB_WAIT = 16;
    static final int CALL_TIMEOUT = 17;
    static final int NOTICE = 18;
    static final int STEP = 19;
    static final int CREATE_PAUSED = 20;
    static final int THOUGHT_IN_CALL = 21;
    static final int IDLE_TIMEOUT = 22;
    static final int OLD = 23;

    private Kind() {}
}
