package io.poolwright.queueing.law;

import java.util.random.RandomGenerator;

/**
 * Mostly one law, sometimes another: the queries that are slow.
 *
 * @param usual drawn otherwise
 * @param rare drawn with probability {@code share}
 * @param share 0 to 1
 */
public record Mixture(Law usual, Law rare, double share) implements Law {
    public Mixture {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be between 0 and 1, was " + share);
        }
    }

    @Override
    public double draw(RandomGenerator random) {
        return random.nextDouble() < share ? rare.draw(random) : usual.draw(random);
    }

    @Override
    public double mean() {
        return blend(usual.mean(), rare.mean());
    }

    @Override
    public double secondMoment() {
        return blend(usual.secondMoment(), rare.secondMoment());
    }

    @Override
    public double beyond(double t) {
        return blend(usual.beyond(t), rare.beyond(t));
    }

    @Override
    public double excess(double t) {
        return blend(usual.excess(t), rare.excess(t));
    }

    @Override
    public Mixture scaled(double factor) {
        return new Mixture(usual.scaled(factor), rare.scaled(factor), share);
    }

    private double blend(double often, double seldom) {
        return (1 - share) * often + share * seldom;
    }
}
