/** The machine: one request after the other through balancer, workers, pools and database, event by event. */
@NullMarked
package io.poolwright.simulate.run;

import org.jspecify.annotations.NullMarked;
