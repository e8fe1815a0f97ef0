package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.audit.BrokenDeclarationException;
import io.poolwright.cli.audit.Place;
import io.poolwright.cli.audit.Trees;
import io.poolwright.config.assemble.Reading;
import io.poolwright.config.assemble.StackReader;
import io.poolwright.config.source.Unread;
import io.poolwright.model.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the files of one stack say.
 *
 * @param stack they describe
 * @param notes what could not be read of them
 */
record Configuration(Stack stack, List<String> notes) {
    Configuration {
        notes = List.copyOf(notes);
    }

    /**
     * Reads them.
     *
     * @param environment which, where they describe several
     */
    static Configuration of(List<Path> paths, Optional<String> environment) {
        Reading reading = read(paths);
        List<String> notes = new ArrayList<>();
        for (Unread one : reading.unread()) {
            if (one.fault()) {
                refuseDeclaration(one);
                notes.add("not read: " + (one.reason().startsWith(one.path()) ? "" : one.path() + ": ") + one.reason());
            }
        }
        return new Configuration(chosen(reading.stacks(), environment), notes);
    }

    private static Reading read(List<Path> paths) {
        try {
            return StackReader.read(Trees.of(new Place("", paths, Optional.empty()), Optional.empty()));
        } catch (IOException e) {
            throw new UnmetNeedException("%s: it cannot be read: %s".formatted(paths.get(0), e.getMessage()));
        } catch (BrokenDeclarationException e) {
            throw new UnmetNeedException(String.valueOf(e.getMessage()));
        }
    }

    private static void refuseDeclaration(Unread one) {
        String name = one.path().substring(one.path().lastIndexOf('/') + 1);
        if (name.equals("poolwright.yaml") || name.equals("poolwright.yml")) {
            throw new UnmetNeedException(
                    one.reason().startsWith(one.path()) ? one.reason() : one.path() + ": " + one.reason());
        }
    }

    private static Stack chosen(List<Stack> stacks, Optional<String> environment) {
        if (environment.isEmpty() && stacks.size() == 1) {
            return stacks.get(0);
        }
        String names = stacks.stream()
                .map(stack -> stack.environment().isEmpty() ? "(unnamed)" : stack.environment())
                .collect(Collectors.joining(", "));
        if (environment.isEmpty()) {
            throw new UnmetNeedException("the files describe several environments: %s; name one: --environment %s"
                    .formatted(names, stacks.get(stacks.size() - 1).environment()));
        }
        return stacks.stream()
                .filter(stack -> stack.environment().equals(environment.get()))
                .findFirst()
                .orElseThrow(() -> new UnmetNeedException(
                        "--environment: found '%s'; accepted: %s".formatted(environment.get(), names)));
    }
}
