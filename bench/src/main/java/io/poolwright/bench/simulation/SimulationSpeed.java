package io.poolwright.bench.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All speeds of the simulator in one run: rounds in which every engine has its turn, each in a process of its own, so that a machine
 * that is busy with something else slows all of them down. A ratio is the median of the rounds' ratios, a speed the median of the
 * rounds. Run it with {@code bench/run simulate}.
 */
public final class SimulationSpeed {
    private static final String ENGINE = "engine";
    private static final String STACK = "stack";
    private static final String SSJ = "ssj ";
    private static final String SIMPY = "simpy ";

    private final Path simpy;
    private final Map<String, List<Double>> speeds = new LinkedHashMap<>();

    private SimulationSpeed(Path simpy) {
        this.simpy = simpy;
    }

    /** Rounds, and the program for SimPy. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        new SimulationSpeed(Path.of(args[1])).run(rounds);
    }

    private void run(int rounds) throws IOException, InterruptedException {
        List<double[]> searches = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            add(ENGINE, java(Subject.class, ENGINE).get(0));
            python();
            for (String list : SsjQueue.LISTS) {
                add(SSJ + list, java(Subject.class, list).get(0));
            }
            add(STACK, java(Subject.class, STACK).get(0));
            if (round <= 2) {
                searches.add(java(Incident.class).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
            }
        }
        report(searches);
    }

    private void report(List<double[]> searches) {
        double engine = Medians.of(all(ENGINE));
        System.out.println(
                "M/M/10 at 90 %: events in a second of processor time, one thread, and how many times slower than ours");
        System.out.printf(Locale.ROOT, "  %-28s %8.2f M%n", "Poolwright", engine);
        speeds.keySet().stream()
                .filter(name -> !name.equals(ENGINE) && !name.equals(STACK))
                .forEach(name -> System.out.printf(
                        Locale.ROOT, "  %-28s %8.3f M  x%.2f%n", name, Medians.of(all(name)), ratio(name)));
        double stack = Medians.of(all(STACK));
        System.out.printf(
                Locale.ROOT,
                "Whole stack, 400 requests/s for ten minutes: %.2f M requests in a second of processor time, one thread%n",
                stack);
        double search = searches.stream().mapToDouble(one -> one[0]).min().orElseThrow();
        double full = searches.stream().mapToDouble(one -> one[2]).min().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "Search for what ends a retry storm, 200 runs of 120 s on two threads: %.2f s (%.0f runs made); every run to its end: %.2f s%n",
                search,
                searches.get(0)[1],
                full);
        Optional<Double> ssj = closest(SSJ, "");
        Optional<Double> simPy = closest(SIMPY, "resource");
        Optional<Double> simPyByHand = closest(SIMPY, "two events");
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("eventsPerCpuSecond", Math.round(engine * 1e6));
        json.put("ratioToSsj", ssj.map(SimulationSpeed::rounded).orElse(null));
        json.put("ratioToSimPy", simPy.map(SimulationSpeed::rounded).orElse(null));
        json.put("ratioToSimPyByHand", simPyByHand.map(SimulationSpeed::rounded).orElse(null));
        json.put("stackRequestsPerCpuSecond", Math.round(stack * 1e6));
        json.put("counterfactualSeconds", rounded(search));
        System.out.println(json);
    }

    /** The ratio to the fastest variant of a peer, of those with such a name. */
    private Optional<Double> closest(String peer, String variant) {
        return speeds.keySet().stream()
                .filter(name -> name.startsWith(peer) && name.endsWith(variant))
                .map(this::ratio)
                .min(Double::compare);
    }

    private double ratio(String name) {
        List<Double> ours = all(ENGINE);
        List<Double> theirs = all(name);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < theirs.size(); round++) {
            ratios.add(ours.get(round) / theirs.get(round));
        }
        return Medians.of(ratios);
    }

    private void python() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/usr/bin/python3", simpy.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        if (process.waitFor() != 0) {
            return; // it has said itself what is missing
        }
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            Queue.check(fields[0], Double.parseDouble(fields[2]));
            add(SIMPY + fields[0], Double.parseDouble(fields[1]));
        }
    }

    private static List<Double> java(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        if (process.waitFor() != 0 || lines.isEmpty()) {
            throw new IllegalStateException("%s failed".formatted(command));
        }
        List<Double> numbers = new ArrayList<>();
        for (String word : lines.get(0).split(" ", -1)) {
            numbers.add(Double.parseDouble(word));
        }
        return numbers;
    }

    private void add(String name, double speed) {
        speeds.computeIfAbsent(name, any -> new ArrayList<>()).add(speed);
    }

    private List<Double> all(String name) {
        return speeds.getOrDefault(name, List.of());
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
