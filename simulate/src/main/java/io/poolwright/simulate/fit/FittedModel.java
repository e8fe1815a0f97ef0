package io.poolwright.simulate.fit;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A model of a stack, and how well each of its numbers is known.
 *
 * @param service what is modelled, by the name that its configuration or its pool has
 * @param model as it is most likely
 * @param cloud as it may as well be: what other samples of the same size would have given; empty when nothing was measured
 * @param known where each parameter that is not merely usual comes from
 * @param hold where the time that a request holds a connection comes from
 * @param load the requests that came, when they were counted
 * @param unidentified what nothing told
 * @param quality of the recording
 */
public record FittedModel(
        String service,
        StackModel model,
        List<StackModel> cloud,
        Map<Parameter, Known> known,
        Known hold,
        Optional<Load> load,
        List<Unidentified> unidentified,
        DataQuality quality) {
    public FittedModel {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(model, "model");
        cloud = List.copyOf(cloud);
        EnumMap<Parameter, Known> inOrder = new EnumMap<>(Parameter.class);
        inOrder.putAll(known);
        known = Collections.unmodifiableMap(inOrder);
        Objects.requireNonNull(hold, "hold");
        Objects.requireNonNull(load, "load");
        unidentified = List.copyOf(unidentified);
        Objects.requireNonNull(quality, "quality");
    }

    /** What nothing told and nothing can be predicted without; empty when the model can be run. */
    public List<Unidentified> missing() {
        return unidentified.stream().filter(Unidentified::essential).toList();
    }
}
