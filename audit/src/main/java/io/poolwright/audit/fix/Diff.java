package io.poolwright.audit.fix;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts as a unified diff, with three lines of context. Both must be small edits of one another. */
public final class Diff {
    private static final int CONTEXT = 3;

    private Diff() {}

    private record Step(char sign, String line, int oldLine, int newLine) {}

    /** The diff; empty when the texts are equal. */
    public static String of(String path, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        List<Step> steps = steps(before.lines().toList(), after.lines().toList());
        StringBuilder diff = new StringBuilder("--- %s\n+++ %s\n".formatted(path, path));
        int at = 0;
        while (at < steps.size()) {
            if (steps.get(at).sign() == ' ') {
                at++;
                continue;
            }
            int from = Math.max(0, at - CONTEXT);
            int to = at;
            for (int i = at; i < steps.size() && i <= to + 2 * CONTEXT; i++) {
                if (steps.get(i).sign() != ' ') {
                    to = i;
                }
            }
            int end = Math.min(steps.size(), to + CONTEXT + 1);
            hunk(steps.subList(from, end), diff);
            at = end;
        }
        return diff.toString();
    }

    private static void hunk(List<Step> steps, StringBuilder into) {
        long olds = steps.stream().filter(step -> step.sign() != '+').count();
        long news = steps.stream().filter(step -> step.sign() != '-').count();
        Step first = steps.get(0);
        into.append("@@ -%d,%d +%d,%d @@\n".formatted(first.oldLine(), olds, first.newLine(), news));
        steps.forEach(step -> into.append(step.sign()).append(step.line()).append('\n'));
    }

    /** Equal lines are found from the front: after a change, the nearest place where both go on alike. */
    private static List<Step> steps(List<String> old, List<String> fresh) {
        List<Step> steps = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                steps.add(new Step(' ', old.get(i), i + 1, j + 1));
                i++;
                j++;
                continue;
            }
            int[] next = meeting(old, i, fresh, j);
            for (; i < next[0]; i++) {
                steps.add(new Step('-', old.get(i), i + 1, j + 1));
            }
            for (; j < next[1]; j++) {
                steps.add(new Step('+', fresh.get(j), i + 1, j + 1));
            }
        }
        return steps;
    }

    private static int[] meeting(List<String> old, int i, List<String> fresh, int j) {
        for (int apart = 1; i + apart <= old.size() || j + apart <= fresh.size(); apart++) {
            for (int left = 0; left <= apart; left++) {
                int a = i + left;
                int b = j + apart - left;
                if (a < old.size() && b < fresh.size() && old.get(a).equals(fresh.get(b))) {
                    return new int[] {a, b};
                }
            }
        }
        return new int[] {old.size(), fresh.size()};
    }
}
