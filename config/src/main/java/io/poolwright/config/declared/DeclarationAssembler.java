package io.poolwright.config.declared;

import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.source.SourceFile;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bytes;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds what {@code poolwright.yaml} says: facts for the rules, and databases that no file of the tree describes. */
public final class DeclarationAssembler implements Assembler {
    private static final List<String> NAMES = List.of("poolwright.yaml", "poolwright.yml");

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        for (String name : NAMES) {
            Optional<SourceFile> file = sources.tree().file(name);
            if (file.isPresent()) {
                sources.parse(file.get(), "poolwright", one -> Declaration.parse(one.path(), one.text()))
                        .ifPresent(facts -> add(facts, file.get(), into));
                return;
            }
        }
    }

    private static void add(List<Setting<?>> facts, SourceFile file, Assembly into) {
        facts.forEach(into::declare);
        Map<String, Map<String, Setting<?>>> databases = new LinkedHashMap<>();
        for (Setting<?> fact : facts) {
            String name = fact.name();
            if (name.startsWith("databases.")) {
                int last = name.lastIndexOf('.');
                databases
                        .computeIfAbsent(name.substring("databases.".length(), last), key -> new LinkedHashMap<>())
                        .put(name.substring(last + 1), fact);
            }
        }
        databases.forEach((name, own) -> {
            if (own.containsKey("max_connections") && !describedBySomebody(name, into)) {
                into.add(database(name, own, file));
            }
        });
    }

    private static boolean describedBySomebody(String name, Assembly into) {
        return into.parts().stream()
                .filter(part -> part.kind() == Kind.DATABASE)
                .anyMatch(part -> part.name().equals(name)
                        || part.service()
                                .filter(id -> id.endsWith("/service/" + name))
                                .isPresent());
    }

    private static Part database(String name, Map<String, Setting<?>> own, SourceFile file) {
        Origin origin = own.values().iterator().next().origin().orElse(new Origin(file.path(), 1));
        Part.Builder part = Part.of(Kind.DATABASE, "database", file.relative() + "/database/" + name, name, origin);
        part.listens(new Address(name, Optional.empty(), Optional.of(origin)));
        count(own, "max_connections").ifPresent(most -> part.with(Role.DB_MAX_CONNECTIONS, most));
        part.with(
                Role.DB_RESERVED,
                count(own, "reserved")
                        .orElseGet(() ->
                                Setting.unknown("reserved", "databases." + name + ".reserved in poolwright.yaml")));
        count(own, "cores").ifPresent(cores -> part.with(Role.DB_CORES, cores));
        Optional.ofNullable(own.get("memory"))
                .ifPresent(memory -> part.with(Role.MEMORY_LIMIT, memory.map(Bytes.class::cast)));
        return part.build();
    }

    private static Optional<Setting<Long>> count(Map<String, Setting<?>> own, String key) {
        return Optional.ofNullable(own.get(key)).map(setting -> setting.map(Long.class::cast));
    }
}
