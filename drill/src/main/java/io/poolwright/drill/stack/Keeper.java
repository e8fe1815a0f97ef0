package io.poolwright.drill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps every process and temporary folder of one run, and leaves none behind.
 *
 * <p>Each process is noted in a file before anything relies on it. On {@link #close()}, and on Ctrl-C, all are stopped:
 * the newest first, the database last. What a killed run could not stop, the next one does when it opens.
 */
public final class Keeper implements AutoCloseable {
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Path notes;
    private final Path temporary;
    private final Thread atExit = new Thread(this::end, "keeper-at-exit");
    private final List<KeptProcess> kept = new ArrayList<>();
    private final List<Runnable> farewells = new ArrayList<>();
    private int started;
    private boolean closed;

    private Keeper(Path notes, Path temporary) {
        this.notes = notes;
        this.temporary = temporary;
    }

    /** Cleans up after dead runs, then opens a place for this one. */
    public static Keeper open(String runId, Consumer<String> progress) throws IOException {
        return open(CacheDirectory.ofThisUser().resolve("running"), runId, progress);
    }

    static Keeper open(Path running, String runId, Consumer<String> progress) throws IOException {
        Files.createDirectories(running);
        new Leftovers(running, progress).clean();
        Path temporary = Files.createTempDirectory(Leftovers.PREFIX + runId + "-");
        // Another user may have to pass through it to reach a folder of its own.
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        // Other runs look at a folder only once it is complete: made under a name they skip, then renamed.
        Path draft = Files.createDirectory(running.resolve("." + runId));
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid())
                .orElseThrow(() -> new IOException("cannot read /proc/self/stat: drills need Linux"));
        new PidFile(self, Role.DRIVER, "java").write(draft.resolve(Leftovers.DRIVER));
        Files.writeString(draft.resolve(Leftovers.FOLDER), temporary + "\n");
        Path notes = Files.move(draft, running.resolve(runId), StandardCopyOption.ATOMIC_MOVE);
        Keeper keeper = new Keeper(notes, temporary);
        Runtime.getRuntime().addShutdownHook(keeper.atExit);
        return keeper;
    }

    /** A folder of this run that is deleted at its end; its path is short enough for a Unix socket. */
    public Path temporary() {
        return temporary;
    }

    /** Starts a process and notes it. Its standard input stays open for as long as we live. */
    public synchronized KeptProcess start(Role role, String name, ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new IllegalStateException("cannot start " + name + ": the run is over");
        }
        yielding(builder);
        Process process = builder.start();
        // One that ended at once leaves nothing to keep; whoever started it will look at what it said.
        ProcessIdentity identity = ProcessIdentity.of(process.pid())
                .orElseThrow(() -> new IOException(name + " ended at once: " + String.join(" ", builder.command())));
        Path note = notes.resolve("%03d-%s.pid".formatted(started++, name));
        new PidFile(identity, role, String.join(" ", builder.command())).write(note);
        KeptProcess keptProcess = new KeptProcess(process, identity, role, note);
        kept.removeIf(old -> !old.alive());
        kept.add(keptProcess);
        return keptProcess;
    }

    /**
     * What is watched yields to who watches: on a full machine the load must still start on time, or it measures itself.
     * {@code nice} replaces itself by the command, so the process number is the command's own.
     */
    private static void yielding(ProcessBuilder builder) {
        if (Files.isExecutable(NICE)) {
            List<String> command = new ArrayList<>(List.of(NICE.toString(), "-n", "5"));
            command.addAll(builder.command());
            builder.command(command);
        }
    }

    /** Has something done after the last process ended and before the temporary folder goes. */
    public synchronized void beforeFolderGoes(Runnable farewell) {
        farewells.add(farewell);
    }

    /** Stops everything; does nothing the second time. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The machine is going down and the hook runs already: it finds nothing left to do.
            assert closed;
        }
    }

    private synchronized void end() {
        if (closed) {
            return;
        }
        closed = true;
        List<KeptProcess> newestFirst = new ArrayList<>(kept);
        Collections.reverse(newestFirst);
        stop(newestFirst.stream().filter(p -> p.role() != Role.DATABASE).toList());
        stop(newestFirst.stream().filter(p -> p.role() == Role.DATABASE).toList());
        farewells.forEach(Runnable::run);
        try {
            Folders.delete(temporary);
            Folders.delete(notes);
        } catch (IOException e) {
            throw new IllegalStateException("cannot delete the run's temporary files", e);
        }
    }

    private static void stop(List<KeptProcess> processes) {
        processes.forEach(KeptProcess::ask);
        processes.forEach(KeptProcess::awaitEnd);
    }
}
