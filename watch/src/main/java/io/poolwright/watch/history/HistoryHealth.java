package io.poolwright.watch.history;

/**
 * How a store fares, for people.
 *
 * @param working whether the last attempt to write went well
 * @param lastError what went wrong last, in words; empty text when nothing did since the start
 * @param written looks that are in the store, since the start
 * @param dropped looks that never will be, since the start: there was no room to wait in
 * @param waiting looks that wait to be written
 * @param pools pools that the store knows
 */
public record HistoryHealth(boolean working, String lastError, long written, long dropped, long waiting, int pools) {}
