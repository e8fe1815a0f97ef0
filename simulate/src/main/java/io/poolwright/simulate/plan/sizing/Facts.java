package io.poolwright.simulate.plan.sizing;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a rule may know.
 *
 * @param rate requests a second
 * @param instances of the application
 * @param databaseCores processors of the database
 * @param hold mean time that a connection is held in the default configuration, in seconds; empty when unknown
 * @param plant what happens at other sizes; empty when nothing tells
 */
record Facts(double rate, double instances, double databaseCores, OptionalDouble hold, Optional<Plant> plant) {}
