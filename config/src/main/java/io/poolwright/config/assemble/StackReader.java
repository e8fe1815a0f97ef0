package io.poolwright.config.assemble;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.source.Tree;
import io.poolwright.config.source.Unread;
import io.poolwright.model.stack.Refusal;
import io.poolwright.model.stack.Settings;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads a tree of files into stacks. A reader that fails loses its own files, never the rest. */
public final class StackReader {
    private final List<Assembler> assemblers;

    private StackReader(List<Assembler> assemblers) {
        this.assemblers = assemblers;
    }

    /** What a tree holds. */
    public static Reading read(Tree tree) {
        return new StackReader(Assemblers.all()).reading(tree);
    }

    private Reading reading(Tree tree) {
        Sources sources = new Sources(tree);
        Set<String> environments = new TreeSet<>();
        for (Assembler assembler : assemblers) {
            guarded(assembler, sources, () -> assembler.environments(sources).forEach(name -> {
                environments.removeIf(known -> EnvironmentName.same(known, name)); // prod and production are one
                environments.add(name);
            }));
        }
        if (environments.isEmpty()) {
            environments.add("");
        }
        List<Stack> stacks = new ArrayList<>();
        for (String environment : environments) {
            Assembly assembly = new Assembly();
            Sources own = sources.of(environment);
            for (Assembler assembler : assemblers) {
                guarded(assembler, own, () -> assembler.assemble(own, environment, assembly));
            }
            stacks.add(new Stack(
                    environment,
                    assembly.parts(),
                    Topology.links(assembly),
                    Settings.of(assembly.declared()),
                    refusals(sources)));
        }
        return new Reading(stacks, sources.read(), sources.unread());
    }

    /** What their products would refuse, among all files read so far. */
    private static List<Refusal> refusals(Sources sources) {
        List<Refusal> refusals = new ArrayList<>();
        for (Unread one : sources.unread()) {
            if (one.fault() && !one.path().endsWith("poolwright.yaml")) {
                one.at().ifPresent(at -> refusals.add(new Refusal(at, one.reason())));
            }
        }
        return refusals;
    }

    /** A syntax error that an assembler let through, or a bug in it, is reported; the others go on. */
    private static void guarded(Assembler assembler, Sources sources, Runnable step) {
        try {
            step.run();
        } catch (ConfigSyntaxException e) {
            sources.report(e);
        } catch (RuntimeException | StackOverflowError e) {
            sources.report(Unread.fault(
                    assembler.getClass().getSimpleName(),
                    "a fault of Poolwright's own, please report it: %s at %s"
                            .formatted(e, e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "an unknown place")));
        }
    }
}
