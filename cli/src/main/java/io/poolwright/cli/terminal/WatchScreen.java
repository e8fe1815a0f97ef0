package io.poolwright.cli.terminal;

import io.poolwright.watch.view.Overview;

/** Where a watch is shown: a terminal, a pipe, or another program. */
public interface WatchScreen {

    /** One look at everything. */
    void draw(Overview overview);

    /** Something that happened, in one line. */
    void tell(String news);
}
