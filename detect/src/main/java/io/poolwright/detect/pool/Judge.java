package io.poolwright.detect.pool;

/** One detector's eye on one pool: sees every look in turn and remembers as little as it can. */
interface Judge {

    /** Takes one look. */
    Sign look(Glance glance);

    /** Puts into words what it has just seen; asked only right after a sign that fires. */
    Finding say(Glance glance);
}
