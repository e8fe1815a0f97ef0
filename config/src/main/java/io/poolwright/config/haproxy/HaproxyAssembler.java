package io.poolwright.config.haproxy;

import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.source.SourceFile;
import io.poolwright.model.stack.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Adds every HAProxy of a tree: its process, its frontends, its backends and their servers. */
public final class HaproxyAssembler implements Assembler {

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        List<HaproxyProcess> processes = HaproxyFiles.processes(sources, into, environment);
        for (HaproxyProcess process : processes) {
            Optional<Workload> unit = unitOf(process, processes.size(), into);
            Map<String, String> variables =
                    unit.map(HaproxyAssembler::variables).orElse(Map.of());
            List<HaproxySection> sections = new ArrayList<>();
            for (SourceFile file : process.files()) {
                sources.parse(
                                file,
                                "haproxy",
                                one -> HaproxyFile.parse(one.path(), one.text(), one.linesBefore(), variables))
                        .ifPresent(sections::addAll);
            }
            if (!sections.isEmpty()) {
                HaproxyTree tree = HaproxyTree.of(sections, process.doubt());
                Optional<Version> version = unit.flatMap(Workload::image).flatMap(HaproxyAssembler::version);
                new HaproxyParts(
                                nameOf(process.main(), into),
                                tree,
                                unit.map(one -> one.service().id()),
                                version,
                                into)
                        .add(sections.get(0).origin());
            }
        }
    }

    /** A name that no other process of the stack has. */
    private static String nameOf(SourceFile file, Assembly into) {
        String name = file.relative();
        return into.contains(HaproxyParts.process(name)) ? name + ":" + file.linesBefore() : name;
    }

    /** The unit that runs the file; or the only HAProxy that is deployed, when there is one configuration for it. */
    private static Optional<Workload> unitOf(HaproxyProcess process, int processes, Assembly assembly) {
        Optional<Workload> certain = process.files().stream()
                .flatMap(file -> assembly.theOneRunning(file.relative()).stream())
                .findFirst();
        if (certain.isPresent() || processes != 1) {
            return certain;
        }
        List<Workload> balancers = assembly.workloads().stream()
                .filter(unit -> unit.image().filter(HaproxyAssembler::isHaproxy).isPresent())
                .toList();
        return balancers.size() == 1 ? Optional.of(balancers.get(0)) : Optional.empty();
    }

    private static boolean isHaproxy(String image) {
        return image.toLowerCase(Locale.ROOT).contains("haproxy");
    }

    /** Only the tag of an image that is HAProxy's own says HAProxy's version. */
    private static Optional<Version> version(String image) {
        int colon = image.lastIndexOf(':');
        return isHaproxy(image) && colon > image.lastIndexOf('/')
                ? Version.in(image.substring(colon + 1))
                : Optional.empty();
    }

    private static Map<String, String> variables(Workload unit) {
        Map<String, String> known = new HashMap<>();
        unit.environment().forEach((name, value) -> value.text().ifPresent(text -> known.put(name, text)));
        return known;
    }
}
