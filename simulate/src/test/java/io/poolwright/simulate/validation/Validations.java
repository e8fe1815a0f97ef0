package io.poolwright.simulate.validation;

import java.util.List;

/** All sixteen. */
final class Validations {
    private Validations() {}

    static List<Validation> all() {
        return List.of(
                new OneServer(),
                new ManyServers(),
                new FullQueue(),
                new UnevenWork(),
                new TimedQueue(),
                new ImpatientQueue(),
                new OneSharedCore(),
                new ManySharedCores(),
                new ContendedCores(),
                new PoolBeforeCores(),
                new ClosedNetwork(),
                new UsersBeforePool(),
                new Zombies(),
                new LeakingPool(),
                new TryingAgain(),
                new Always());
    }
}
