package io.poolwright.model;

import java.util.List;
import java.util.Objects;

/**
 * The database's own count of one application's connections.
 *
 * @param application {@code application_name}; empty text when the client gave none
 * @param active backends running a statement, whatever they wait for
 * @param onCpu active backends that wait for nothing, so they are on a processor or in line for one
 * @param onLock active backends that wait for a lock held by another
 * @param idle backends with no transaction open
 * @param idleInTransaction backends with a transaction open and no statement running
 * @param statementAges ages of the statements now running, longest first, in seconds
 */
public record ClientBackends(
        String application,
        int active,
        int onCpu,
        int onLock,
        int idle,
        int idleInTransaction,
        List<Double> statementAges) {
    public ClientBackends {
        Objects.requireNonNull(application, "application");
        statementAges = List.copyOf(statementAges);
    }

    /** Connections of this application, in any state. */
    public int total() {
        return active + idle + idleInTransaction;
    }
}
