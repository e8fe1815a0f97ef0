package io.poolwright.model;

/**
 * {@code pg_stat_database} of the application's database; counts since its statistics were reset.
 *
 * @param commits transactions committed
 * @param rollbacks transactions rolled back
 * @param tuplesReturned rows that scans read; a sequential scan counts every row it passes
 * @param sessions sessions begun
 * @param abandoned sessions ended because the client's connection was lost
 * @param fatal sessions ended by a fatal error, a timeout of the server's own included
 * @param killed sessions ended by an operator
 */
public record DatabaseCounters(
        long commits, long rollbacks, long tuplesReturned, long sessions, long abandoned, long fatal, long killed) {}
