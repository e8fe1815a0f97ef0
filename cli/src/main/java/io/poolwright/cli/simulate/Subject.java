package io.poolwright.cli.simulate;

import io.poolwright.cli.report.simulate.Basis;
import io.poolwright.cli.report.simulate.Spoken;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.fit.Known;
import io.poolwright.simulate.fit.Unidentified;
import io.poolwright.simulate.search.Grid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The stack that is asked about.
 *
 * @param name for people
 * @param model as it most likely is
 * @param cloud as it may as well be; empty when nothing was measured
 * @param known how each value that is not merely usual came to be known, by the name of its parameter
 * @param open what nothing told
 * @param notes what else makes answers less certain
 * @param refusals why nothing may be concluded from it, if so
 * @param goal that it comes with, when it is a known scenario
 * @param setup that it comes with, likewise
 * @param grid of changes that it comes with, likewise
 */
record Subject(
        String name,
        StackModel model,
        List<StackModel> cloud,
        Map<String, Known> known,
        List<Unidentified> open,
        List<String> notes,
        List<String> refusals,
        Optional<Goal> goal,
        Optional<Setup> setup,
        Optional<Grid> grid) {
    private static final Pattern NEED = Pattern.compile("^hold$|is held|of the database|database's processor time");

    Subject {
        cloud = List.copyOf(cloud);
        known = new LinkedHashMap<>(known);
        open = List.copyOf(open);
        notes = List.copyOf(notes);
        refusals = List.copyOf(refusals);
    }

    /** What nothing can be predicted without. */
    List<Unidentified> missing() {
        return open.stream().filter(Unidentified::essential).toList();
    }

    /** The same, told more: each change is known by where it was written, and answers what was open about it. */
    Subject with(List<Change> changes) {
        StackModel changed = model;
        List<StackModel> others = cloud;
        Map<String, Known> more = new LinkedHashMap<>(known);
        List<Unidentified> left = new ArrayList<>(open);
        for (Change change : changes) {
            changed = change.in(changed);
            others = others.stream().map(change::in).toList();
            more.put(change.name(), new Known.Declared(change.place()));
            left.removeIf(one -> answers(change, one));
        }
        return new Subject(name, changed, others, more, left, notes, refusals, goal, setup, grid);
    }

    /** Telling what a request needs of the database answers every question about it; telling of customers, that of the rate. */
    private static boolean answers(Change change, Unidentified open) {
        boolean load = change.name().equals(Parameter.CLIENT_USERS.id());
        return open.what().equals(change.name())
                || (load && open.what().equals(Parameter.CLIENT_RATE.id()))
                || (Needs.isNamed(change.name()) && NEED.matcher(open.what()).find());
    }

    /** What an answer about it rests on. */
    Basis basis(List<String> more) {
        List<Basis.Fact> facts = new ArrayList<>();
        for (Parameter parameter : Parameter.all()) {
            Known how = known.get(parameter.id());
            if (how != null) {
                facts.add(new Basis.Fact(parameter.id(), Spoken.value(parameter, model.get(parameter)), how));
            }
        }
        need(facts, Needs.CPU, Needs.told(model.databaseCpu()));
        need(facts, Needs.WAIT, Needs.told(model.databaseWait()));
        List<String> all = new ArrayList<>(refusals);
        all.addAll(notes);
        all.addAll(more);
        return new Basis(facts, open, all);
    }

    private void need(List<Basis.Fact> facts, String name, String told) {
        Known how = known.get(name);
        if (how != null) {
            facts.add(new Basis.Fact(name, told, how));
        }
    }
}
