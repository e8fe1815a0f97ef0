package io.poolwright.config.tomcat;

import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.pool.PoolProduct;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.xml.XmlElement;
import io.poolwright.config.xml.XmlText;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds a Tomcat for each folder with a {@code server.xml} or {@code context.xml}: its connectors, pools and drivers. */
public final class TomcatAssembler implements Assembler {
    private static final String FORMAT = "tomcat";

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        Map<String, List<XmlElement>> byFolder = new LinkedHashMap<>();
        Map<String, SourceFile> first = new LinkedHashMap<>();
        Stream.concat(sources.tree().files().stream(), into.embedded().stream())
                .filter(TomcatAssembler::named)
                .filter(file ->
                        sources.peek(file).filter(TomcatAssembler::tomcats).isPresent())
                .forEach(file -> sources.parse(
                                file, FORMAT, one -> XmlText.parse(one.path(), one.text(), one.linesBefore()))
                        .ifPresent(root -> {
                            byFolder.computeIfAbsent(file.folder(), folder -> new ArrayList<>())
                                    .add(root);
                            first.putIfAbsent(file.folder(), file);
                        }));
        first.forEach((folder, file) -> add(file, byFolder.getOrDefault(folder, List.of()), into));
    }

    private static boolean named(SourceFile file) {
        String name = file.name();
        boolean host = name.endsWith(".xml") && file.folder().endsWith("Catalina/localhost");
        return (name.equals("server.xml") || name.equals("context.xml") || name.endsWith(".context.xml") || host)
                && !file.relative().contains("src/test/");
    }

    private static boolean tomcats(String text) {
        return text.contains("<Context") || text.contains("<Connector") || text.contains("<Resource ");
    }

    private static void add(SourceFile file, List<XmlElement> roots, Assembly into) {
        List<Workload> running = into.running(file.relative());
        if (running.isEmpty()) {
            family(file, roots, "", Optional.empty(), into);
        }
        running.forEach(workload -> family(
                file,
                roots,
                "@" + workload.service().name(),
                Optional.of(workload.service().id()),
                into));
    }

    private static void family(
            SourceFile file, List<XmlElement> roots, String run, Optional<String> service, Assembly into) {
        List<XmlElement> connectors = below(roots, "Connector");
        List<XmlElement> executors = below(roots, "Executor");
        List<XmlElement> resources = below(roots, "Resource").stream()
                .filter(resource -> TomcatResource.pool(resource).isPresent())
                .toList();
        if (connectors.isEmpty() && resources.isEmpty()) {
            return;
        }
        String id = file.relative() + run + "/application/tomcat";
        into.add(Part.of(Kind.APPLICATION, "tomcat", id, "tomcat", roots.get(0).origin())
                .service(service)
                .build());
        int number = 0;
        for (XmlElement connector : connectors) {
            into.add(new TomcatConnector(connector, executors)
                    .part(id + "/connector/" + connector.value("port") + "/" + ++number, id, service));
        }
        for (XmlElement resource : resources) {
            PoolProduct pool = TomcatResource.pool(resource).orElseThrow();
            TomcatResource.source(resource, pool, id + "/pool/" + resource.value("name") + "/" + ++number)
                    .parent(id)
                    .service(service)
                    .build()
                    .forEach(into::add);
        }
    }

    private static List<XmlElement> below(List<XmlElement> roots, String name) {
        return roots.stream().flatMap(root -> root.below(name).stream()).toList();
    }
}
