package io.poolwright.cli.report;

import io.poolwright.diagnose.Assessment;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.RootCause;
import java.util.List;
import java.util.Optional;

/**
 * What every section asks of a story: was anything broken, did anybody notice, what was it.
 *
 * @param course the story and its course
 * @param phases its phases in order
 * @param impact what customers saw of it
 */
record Case(Course course, List<Phase> phases, Impact impact) {
    static Case of(Story story) {
        Course course = new Course(story);
        return new Case(course, Phase.of(course), Impact.of(course));
    }

    Story story() {
        return course.story();
    }

    boolean broken() {
        return story().outcome().expected().isPresent() || story().onset().isPresent();
    }

    boolean alerted() {
        return story().outcome().alertAfter().isPresent()
                || course.first(Moment.Kind.ALERT).isPresent()
                || story().conclusion().filter(it -> !it.alerts().isEmpty()).isPresent();
    }

    List<Assessment> assessments() {
        return story().conclusion().map(Diagnosis::assessments).orElse(List.of());
    }

    /** The cause that was stated and not taken back. Where its value was computed only later, the fuller statement. */
    Optional<RootCause> cause() {
        Optional<RootCause> stated = story().outcome().rootCause();
        Optional<RootCause> fuller = story().conclusion()
                .flatMap(Diagnosis::rootCause)
                .filter(it -> it.remedy().isPresent())
                .filter(it -> stated.isPresent()
                        && stated.get().remedy().isEmpty()
                        && stated.get().id().equals(it.id()));
        return fuller.or(() -> stated);
    }

    Optional<Remedy> remedy() {
        return cause().flatMap(RootCause::remedy);
    }

    /** Title of a suspect, or its id where it was never assessed. */
    String title(String id) {
        return assessments().stream()
                .filter(it -> it.id().equals(id))
                .map(Assessment::title)
                .findFirst()
                .orElse(id);
    }
}
