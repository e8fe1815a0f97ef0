package io.poolwright.config.spring;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.build.BuildTree;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Spring application of which only the start is seen: what is not set there may be set inside its image. */
final class UnitApplication {
    private final Workload unit;
    private final List<SpringFile> files;

    UnitApplication(Workload unit, List<SpringFile> files) {
        this.unit = unit;
        this.files = files;
    }

    void addTo(Assembly into) {
        Origin origin = unit.service().origin();
        SpringModule module = SpringModule.of(files, path -> Optional.empty());
        Launch launch = SpringStarts.launch(unit);
        SpringEnvironment seen = module.environment(module.variants(launch).get(0), launch);
        List<SpringNote> notes = new ArrayList<>(seen.notes());
        notes.add(new SpringNote(origin, "the configuration inside its image", true));
        ApplicationFacts facts = new ApplicationFacts(
                unit.service().id() + "/application",
                unit.service().name(),
                origin,
                Optional.of(unit.service().id()),
                new BuildTree().of(""),
                new CodeFacts(List.of()));
        new SpringFamily(facts, seen.with(notes)).addTo(into);
    }
}
