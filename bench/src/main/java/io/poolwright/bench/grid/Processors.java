package io.poolwright.bench.grid;

import io.poolwright.drill.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Processor time used so far, in seconds, by part; from {@code /proc} (proc(5)), Linux only.
 *
 * @param database every process of PostgreSQL, those that have ended included
 * @param applications all instances
 * @param balancer HAProxy
 * @param generator this process: the load and the looks
 * @param machine all that the machine did, for others too
 */
record Processors(double database, double applications, double balancer, double generator, double machine) {
    private static final double TICK = 0.01;
    private static final int USER = 14 - 3; // fields of /proc/pid/stat, counted from the one after the name, number 3
    private static final int SYSTEM = 15 - 3;
    private static final int USER_OF_ENDED = 16 - 3;
    private static final int SYSTEM_OF_ENDED = 17 - 3;

    static Processors now(RunningStack stack) throws IOException, SQLException {
        ProcessHandle postmaster = postmaster(stack);
        double database = used(postmaster, USER, SYSTEM, USER_OF_ENDED, SYSTEM_OF_ENDED);
        for (ProcessHandle session : postmaster.children().toList()) {
            database += used(session, USER, SYSTEM);
        }
        double applications = 0;
        double balancer = 0;
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            String command = command(child);
            if (command.contains("ShopMain")) {
                applications += used(child, USER, SYSTEM);
            } else if (command.contains("haproxy")) {
                balancer += used(child, USER, SYSTEM);
            }
        }
        return new Processors(
                database, applications, balancer, used(ProcessHandle.current(), USER, SYSTEM), machineUsed());
    }

    Processors since(Processors before) {
        return new Processors(
                database - before.database,
                applications - before.applications,
                balancer - before.balancer,
                generator - before.generator,
                machine - before.machine);
    }

    /** What neither the stack nor this process used: the kernel's own work for them, and other people's. */
    double others() {
        return machine - database - applications - balancer - generator;
    }

    private static ProcessHandle postmaster(RunningStack stack) throws SQLException {
        try (Statement statement = stack.superuser().createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow(() -> new IllegalStateException("the database runs on another machine"));
        }
    }

    /** A process that is gone has used nothing more; PostgreSQL's postmaster then accounts for it. */
    private static double used(ProcessHandle process, int... fields) throws IOException {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        String text;
        try {
            text = Files.readString(stat);
        } catch (IOException e) {
            if (process.isAlive()) {
                throw e;
            }
            return 0;
        }
        List<String> values = List.of(text.substring(text.lastIndexOf(')') + 2).split(" ", -1));
        long ticks = 0;
        for (int field : fields) {
            ticks += Long.parseLong(values.get(field));
        }
        return ticks * TICK;
    }

    private static String command(ProcessHandle process) throws IOException {
        Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        return process.isAlive() ? Files.readString(line).replace('\0', ' ') : "";
    }

    private static double machineUsed() throws IOException {
        String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +", -1);
        long ticks = 0;
        for (int i = 1; i <= 8; i++) {
            if (i != 4 && i != 5) { // idle, and idle while waiting for a disk
                ticks += Long.parseLong(fields[i]);
            }
        }
        return ticks * TICK;
    }
}
