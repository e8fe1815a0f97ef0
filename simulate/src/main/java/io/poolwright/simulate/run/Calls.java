package io.poolwright.simulate.run;

import static io.poolwright.simulate.Parameter.APP_CALLS;
import static io.poolwright.simulate.Parameter.APP_HOLD;
import static io.poolwright.simulate.Parameter.APP_RETRIES;
import static io.poolwright.simulate.Parameter.APP_THINK;

import io.poolwright.simulate.Failure;

/** The calls of one request, one after the other: on one connection or on several, and once more from the start after a failure. */
final class Calls {
    private final Machine machine;
    private final Attempts attempts;
    private final Deadline thought;

    private int calls;
    private int retries;
    private boolean holds;

    Calls(Machine machine) {
        this.machine = machine;
        this.attempts = machine.attempts;
        this.thought = new Deadline(machine.engine, Kind.THOUGHT_IN_CALL);
    }

    void adopt(Values values) {
        calls = values.count(APP_CALLS);
        retries = values.count(APP_RETRIES);
        holds = values.flag(APP_HOLD);
        thought.length(values.get(APP_THINK));
    }

    void begin(int attempt) {
        attempts.callsLeft[attempt] = calls;
        machine.pools.acquire(attempt);
    }

    /** The database has answered one call of the request. */
    void answered(int attempt) {
        if (thought.length() > 0) {
            attempts.state[attempt] = Attempts.WORKING;
            thought.start(attempt);
        } else {
            proceed(attempt);
        }
    }

    /** The next call, or the rest of the request. */
    void proceed(int attempt) {
        if (--attempts.callsLeft[attempt] == 0) {
            if (!holds) {
                machine.pools.giveBackAll(attempt);
            }
            machine.instances.served(attempt);
        } else if (holds) {
            machine.database.call(attempt);
        } else {
            machine.pools.giveBackAll(attempt);
            machine.pools.acquire(attempt);
        }
    }

    /** The call has failed, and its connection is gone or not good for more: once more from the start, or an error. */
    void failed(int attempt, Failure reason) {
        machine.pools.giveBackAll(attempt);
        if (attempts.again[attempt] < retries) {
            attempts.again[attempt]++;
            begin(attempt);
        } else {
            machine.instances.fail(attempt, reason);
        }
    }
}
