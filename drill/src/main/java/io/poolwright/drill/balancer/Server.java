package io.poolwright.drill.balancer;

/**
 * One server that the balancer is told about when it starts.
 *
 * @param name as its instance is called
 * @param port TCP port on loopback
 * @param enabled whether it takes requests from the start
 */
public record Server(String name, int port, boolean enabled) {}
