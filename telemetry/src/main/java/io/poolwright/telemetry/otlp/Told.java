package io.poolwright.telemetry.otlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One request as it was decoded: the points of each process, and those that could not be taken. */
final class Told {
    private static final int MOST_POINTS = 200_000;
    private static final int MOST_ATTRIBUTES = 64;
    private static final int LONGEST_TEXT = 1024;

    private final Map<Sender, List<Point>> points = new HashMap<>();
    private int count;
    private long rejected;
    private String reason = "";

    Map<Sender, List<Point>> points() {
        return points;
    }

    long rejected() {
        return rejected;
    }

    String reason() {
        return reason;
    }

    /** Takes a point, unless it is beyond what one request may hold. */
    void add(Sender process, Point point) {
        if (count == MOST_POINTS) {
            reject(1, "more than %d points in one request".formatted(MOST_POINTS));
        } else if (point.attributes().size() > MOST_ATTRIBUTES) {
            reject(1, "more than %d attributes of one point".formatted(MOST_ATTRIBUTES));
        } else if (point.attributes().values().stream().anyMatch(text -> text.length() > LONGEST_TEXT)) {
            reject(1, "an attribute longer than %d letters".formatted(LONGEST_TEXT));
        } else {
            count++;
            points.computeIfAbsent(process, it -> new ArrayList<>()).add(point);
        }
    }

    /** Counts what could not be taken; the first reason is the one that is told. */
    void reject(long how, String why) {
        rejected += how;
        reason = reason.isEmpty() ? why : reason;
    }

    /**
     * Who measured.
     *
     * @param service {@code service.name}
     * @param instance {@code service.instance.id}, else the pod's or the host's name and the process's number; empty text
     *     when none is told
     */
    record Sender(String service, String instance) {
        Sender {
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(instance, "instance");
        }

        static Sender of(Map<String, String> resource) {
            String instance = resource.getOrDefault("service.instance.id", resource.getOrDefault("k8s.pod.name", ""));
            if (instance.isEmpty() && resource.containsKey("host.name")) {
                String number = resource.getOrDefault("process.pid", "");
                instance = resource.get("host.name") + (number.isEmpty() ? "" : ":" + number);
            }
            return new Sender(shortened(resource.getOrDefault("service.name", "unknown_service")), shortened(instance));
        }

        private static String shortened(String text) {
            return text.length() <= 200 ? text : text.substring(0, 199) + "…";
        }
    }
}
