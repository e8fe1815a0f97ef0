package io.poolwright.drill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One process that the keeper started and will end. */
public final class KeptProcess {
    private final Process process;
    private final ProcessIdentity identity;
    private final Role role;
    private final Path note;

    KeptProcess(Process process, ProcessIdentity identity, Role role, Path note) {
        this.process = process;
        this.identity = identity;
        this.role = role;
        this.note = note;
    }

    /** Its process number. */
    public long pid() {
        return identity.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Exit status of a process that has ended. */
    public int exitStatus() {
        return process.exitValue();
    }

    Role role() {
        return role;
    }

    void ask() {
        Signals.ask(identity, role);
    }

    /** Asks it to stop, waits, kills it when it will not, and forgets it. */
    public void stop() {
        ask();
        awaitEnd();
    }

    void awaitEnd() {
        Signals.awaitEnd(identity, role);
        try {
            process.getOutputStream().close();
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new IllegalStateException("cannot forget process " + identity.pid(), e);
        }
    }
}
