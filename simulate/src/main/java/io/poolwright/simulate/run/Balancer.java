package io.poolwright.simulate.run;

import static io.poolwright.simulate.Parameter.APP_INSTANCES;
import static io.poolwright.simulate.Parameter.LB_ABORT;
import static io.poolwright.simulate.Parameter.LB_CHECK;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.LB_POLICY;
import static io.poolwright.simulate.Parameter.LB_QUEUE;
import static io.poolwright.simulate.Parameter.LB_QUEUE_TIMEOUT;
import static io.poolwright.simulate.Parameter.LB_RETRIES;
import static io.poolwright.simulate.Parameter.LB_SERVER_TIMEOUT;

import io.poolwright.queueing.engine.EventEngine;
import io.poolwright.queueing.engine.RandomStreams;
import io.poolwright.queueing.engine.WaitingLine;
import io.poolwright.simulate.Failure;
import java.util.random.RandomGenerator;

/** The load balancer: so many requests at a time to each instance, one queue for the rest. */
final class Balancer {
    private static final int FEWEST = 1;
    private static final int BETTER_OF_TWO = 2;

    private final Machine machine;
    private final EventEngine engine;
    private final Attempts attempts;
    private final Tally tally;
    private final WaitingLine queue = new WaitingLine();
    private final Deadline queueTimeout;
    private final Deadline serverTimeout;
    private final RandomGenerator random;
    private final Alarm checked;
    private final int[] inService;
    private final boolean[] up;

    private int instances;
    private int maxconn;
    private int queueLimit;
    private int retries;
    private int policy;
    private boolean aborts;
    private double checkTime;
    private int turn = -1;

    Balancer(Machine machine, RandomStreams streams, int mostInstances) {
        this.machine = machine;
        this.engine = machine.engine;
        this.attempts = machine.attempts;
        this.tally = machine.tally;
        this.queueTimeout = new Deadline(engine, Kind.LB_QUEUE_TIMEOUT);
        this.serverTimeout = new Deadline(engine, Kind.LB_SERVER_TIMEOUT);
        this.random = streams.stream(6);
        this.checked = new Alarm(engine, Kind.LB_CHECKED, -1);
        this.inService = new int[mostInstances];
        this.up = new boolean[mostInstances];
    }

    void adopt(Values values) {
        instances = values.count(APP_INSTANCES);
        maxconn = values.count(LB_MAXCONN);
        queueLimit = values.count(LB_QUEUE);
        queueTimeout.length(values.get(LB_QUEUE_TIMEOUT));
        serverTimeout.length(values.get(LB_SERVER_TIMEOUT));
        retries = values.count(LB_RETRIES);
        policy = values.count(LB_POLICY);
        aborts = values.flag(LB_ABORT);
        checkTime = values.get(LB_CHECK);
        if (engine.now() == 0) {
            look();
        } else {
            checked.set(engine.now() + checkTime);
        }
        drain();
    }

    /** What the health check has found out by now. */
    void look() {
        for (int i = 0; i < up.length; i++) {
            up[i] = i < instances && machine.instances.serves(i);
        }
        drain();
    }

    void arrive(int attempt) {
        attempts.since[attempt] = engine.now();
        if (queue.size() == 0) {
            int instance = choose();
            if (instance >= 0) {
                admit(attempt, instance);
                return;
            }
        }
        if (queue.size() >= queueLimit) {
            leave(attempt, Failure.LB_QUEUE_FULL);
            return;
        }
        attempts.state[attempt] = Attempts.LB_QUEUE;
        attempts.place[attempt] = queue.join(attempt);
        attempts.stageTicket[attempt] = queueTimeout.start(attempt);
        tally.lbQueue.up(engine.now());
    }

    /** It has waited here as long as the balancer allows. */
    void queueTimeout(int attempt) {
        withdraw(attempt);
        leave(attempt, Failure.LB_QUEUE_TIMEOUT);
    }

    /** Its client has gone. */
    void abandoned(int attempt) {
        if (aborts) {
            engine.cancel(attempts.stageTicket[attempt]);
            withdraw(attempt);
            attempts.free(attempt);
        }
    }

    private void withdraw(int attempt) {
        queue.leave(attempts.place[attempt]);
        tally.lbQueue.down(engine.now());
    }

    /** The instance has taken too long: the client is told, the slot is free, and the instance works on. */
    void serverTimeout(int attempt) {
        machine.clients.failed(attempt, Failure.LB_SERVER_TIMEOUT);
        release(attempt);
        drain();
    }

    /** The instance has answered. */
    void release(int attempt) {
        if (attempts.admitted[attempt]) {
            attempts.admitted[attempt] = false;
            engine.cancel(attempts.serverTicket[attempt]);
            inService[attempts.instance[attempt]]--;
            tally.inService.down(engine.now());
        }
    }

    /** Lets in from the queue whom it can. */
    void drain() {
        while (queue.size() > 0) {
            int instance = choose();
            if (instance < 0) {
                return;
            }
            int attempt = queue.first();
            engine.cancel(attempts.stageTicket[attempt]);
            tally.lbQueue.down(engine.now());
            admit(attempt, instance);
        }
    }

    private void admit(int attempt, int chosen) {
        int instance = chosen;
        for (int left = retries; instance >= 0; left--) {
            attempts.instance[attempt] = instance;
            if (machine.instances.takes(instance)) {
                double now = engine.now();
                attempts.admitted[attempt] = true;
                attempts.serverTicket[attempt] = serverTimeout.start(attempt);
                inService[instance]++;
                tally.inService.up(now);
                tally.admitted++;
                tally.lbQueueSeconds += now - attempts.since[attempt];
                machine.instances.arrive(attempt, instance);
                return;
            }
            if (left == 0) {
                break;
            }
            instance = choose();
        }
        leave(attempt, Failure.REFUSED);
    }

    private void leave(int attempt, Failure reason) {
        machine.clients.failed(attempt, reason);
        attempts.free(attempt);
    }

    /** An instance with a free slot; −1 when there is none. */
    private int choose() {
        return switch (policy) {
            case FEWEST -> fewest();
            case BETTER_OF_TWO -> betterOfTwo();
            default -> next();
        };
    }

    private int next() {
        for (int i = 1; i <= instances; i++) {
            int instance = turn + i;
            if (instance >= instances) {
                instance -= instances;
            }
            if (isFree(instance)) {
                turn = instance;
                return instance;
            }
        }
        return -1;
    }

    private int fewest() {
        int best = -1;
        for (int i = 0; i < instances; i++) {
            if (isFree(i) && (best < 0 || inService[i] < inService[best])) {
                best = i;
            }
        }
        return best;
    }

    private int betterOfTwo() {
        int one = random.nextInt(instances);
        int other = random.nextInt(instances);
        if (isFree(one) && (!isFree(other) || inService[one] <= inService[other])) {
            return one;
        }
        return isFree(other) ? other : next();
    }

    private boolean isFree(int instance) {
        return up[instance] && inService[instance] < maxconn;
    }
}
