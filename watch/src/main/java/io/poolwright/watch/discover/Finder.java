package io.poolwright.watch.discover;

import io.poolwright.config.source.Tree;
import io.poolwright.model.stack.Stack;
import io.poolwright.watch.configured.Services;
import java.util.function.Consumer;

/** Finds the ways in to one product. */
interface Finder {
    void find(Stack stack, Tree tree, Services services, Consumer<Found> found, Consumer<Missed> missed);
}
