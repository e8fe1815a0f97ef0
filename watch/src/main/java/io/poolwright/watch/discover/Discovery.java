package io.poolwright.watch.discover;

import io.poolwright.config.source.Tree;
import io.poolwright.model.stack.Stack;
import io.poolwright.watch.configured.Services;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stack's configuration tells of its ways in.
 *
 * @param found what can be watched, balancers first, databases last
 * @param missed what could be, if it were told to show itself
 */
public record Discovery(List<Found> found, List<Missed> missed) {
    /** In the order of a request. */
    private static final List<Finder> FINDERS = List.of(
            new HaproxyFinder(),
            new NginxFinder(),
            new SpringFinder(),
            new FpmFinder(),
            new PgBouncerFinder(),
            new DatabaseFinder());

    public Discovery {
        found = List.copyOf(found);
        missed = List.copyOf(missed);
    }

    /** Asks every finder. */
    public static Discovery of(Stack stack, Tree tree) {
        List<Found> found = new ArrayList<>();
        List<Missed> missed = new ArrayList<>();
        Services services = new Services(stack, tree);
        for (Finder finder : FINDERS) {
            finder.find(stack, tree, services, found::add, missed::add);
        }
        return new Discovery(uniquelyNamed(found), missed);
    }

    private static List<Found> uniquelyNamed(List<Found> found) {
        Map<String, Integer> taken = new HashMap<>();
        return found.stream()
                .map(one -> {
                    int number = taken.merge(one.name(), 1, Integer::sum);
                    return number == 1 ? one : one.named(one.name() + "-" + number);
                })
                .toList();
    }
}
