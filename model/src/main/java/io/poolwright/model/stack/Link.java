package io.poolwright.model.stack;

/**
 * One part calls another.
 *
 * @param from id of the part that calls
 * @param to id of the part that is called
 * @param via the address by which it does
 */
public record Link(String from, String to, Address via) {}
