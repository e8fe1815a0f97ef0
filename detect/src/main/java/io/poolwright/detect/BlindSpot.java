package io.poolwright.detect;

import io.poolwright.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A source that we watch has been silent for five looks running: what it would show is unknown, not fine. */
public final class BlindSpot implements Detector {
    static final int HOLD = 5;

    @Override
    public String id() {
        return "blind-spot";
    }

    @Override
    public String title() {
        return "A source is silent";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        if (seen.frames().size() < HOLD) {
            return Optional.empty();
        }
        List<Frame> held = seen.last(HOLD).frames();
        Frame last = held.get(HOLD - 1);
        List<String> silent = new ArrayList<>();
        if (held.stream().allMatch(frame -> frame.edge() instanceof Answer.Silent<Frame.Edge>)) {
            reason(last.edge()).ifPresent(silent::add);
        }
        if (held.stream().allMatch(frame -> frame.store() instanceof Answer.Silent<Frame.Store>)) {
            reason(last.store()).ifPresent(silent::add);
        }
        for (Frame.Service service : last.services()) {
            if (held.stream().allMatch(frame -> isSilent(frame, service.name()))) {
                reason(service.now()).ifPresent(silent::add);
            }
        }
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of("no signal for %d s: %s".formatted(HOLD, String.join("; ", silent)));
    }

    private static boolean isSilent(Frame frame, String name) {
        return frame.services().stream()
                .anyMatch(service ->
                        service.name().equals(name) && service.now().value().isEmpty());
    }

    private static <T> Optional<String> reason(Answer<T> answer) {
        return answer instanceof Answer.Silent<T> silent ? Optional.of(silent.reason()) : Optional.empty();
    }
}
