package io.poolwright.queueing.law;

import java.util.random.RandomGenerator;

/**
 * A law that something cuts: what would be longer takes exactly this long.
 *
 * @param law what would happen without the cut
 * @param most in seconds; above 0
 */
public record Capped(Law law, double most) implements Law {
    public Capped {
        Checks.positive("most", most);
    }

    @Override
    public double draw(RandomGenerator random) {
        return Math.min(most, law.draw(random));
    }

    @Override
    public double mean() {
        return law.mean() - law.excess(most);
    }

    /** By E[X²] = 2 ∫ t·P(X &gt; t) dt up to the cut, with Simpson's rule over 2,000 steps. */
    @Override
    public double secondMoment() {
        int steps = 2000;
        double step = most / steps;
        double sum = most * law.beyond(most);
        for (int i = 1; i < steps; i++) {
            double t = i * step;
            sum += (i % 2 == 1 ? 4 : 2) * t * law.beyond(t);
        }
        return 2 * sum * step / 3;
    }

    @Override
    public double beyond(double t) {
        return t >= most ? 0 : law.beyond(t);
    }

    @Override
    public double excess(double t) {
        return t >= most ? 0 : law.excess(t) - law.excess(most);
    }

    @Override
    public Capped scaled(double factor) {
        return new Capped(law.scaled(factor), most * factor);
    }
}
