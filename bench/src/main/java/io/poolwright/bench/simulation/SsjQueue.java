package io.poolwright.bench.simulation;

import io.poolwright.queueing.engine.LogHistogram;
import java.util.List;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.rng.LFSR113;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The queue on SSJ, as fast as it can be made there: its quickest generator, events that are scheduled again instead of made anew,
 * and a line of plain numbers.
 */
final class SsjQueue {
    /** Its event lists. */
    static final List<String> LISTS = List.of("linked", "binary", "splay", "henriksen", "redblack");

    private final Simulator simulator;
    private final ExponentialGen arrivals = new ExponentialGen(new LFSR113(), Queue.RATE);
    private final ExponentialGen services = new ExponentialGen(new LFSR113(), 1);
    private final End[] free = new End[Queue.SERVERS];
    private final double[] line = new double[Queue.PLACES];
    private final LogHistogram waits = new LogHistogram();
    private int idle = Queue.SERVERS;
    private long head;
    private long tail;
    private long left;

    private SsjQueue(String list, long customers) {
        simulator = new Simulator(list(list));
        simulator.init();
        left = customers;
        for (int i = 0; i < Queue.SERVERS; i++) {
            free[i] = new End();
        }
    }

    /** So many customers; their mean wait. */
    static double run(String list, long customers) {
        SsjQueue queue = new SsjQueue(list, customers);
        queue.new Arrival().schedule(queue.arrivals.nextDouble());
        queue.simulator.start();
        return queue.waits.sum() / queue.waits.count();
    }

    private static EventList list(String name) {
        return switch (name) {
            case "linked" -> new DoublyLinked();
            case "binary" -> new BinaryTree();
            case "splay" -> new SplayTree();
            case "henriksen" -> new Henriksen();
            case "redblack" -> new RedblackTree();
            default -> throw new IllegalArgumentException("SSJ has no event list '%s'".formatted(name));
        };
    }

    private final class Arrival extends Event {
        Arrival() {
            super(simulator);
        }

        @Override
        public void actions() {
            if (--left > 0) {
                schedule(arrivals.nextDouble());
            }
            if (idle > 0) {
                waits.record(0);
                free[--idle].schedule(services.nextDouble());
            } else {
                line[(int) tail++ & (Queue.PLACES - 1)] = simulator.time();
            }
        }
    }

    private final class End extends Event {
        End() {
            super(simulator);
        }

        @Override
        public void actions() {
            if (head < tail) {
                waits.record(simulator.time() - line[(int) head++ & (Queue.PLACES - 1)]);
                schedule(services.nextDouble());
            } else {
                free[idle++] = this;
            }
        }
    }
}
