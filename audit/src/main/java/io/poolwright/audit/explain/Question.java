package io.poolwright.audit.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question that people ask.
 *
 * @param number from 1
 * @param phrases their words: a short text that consists mostly of one of them asks this
 */
record Question(String number, String title, List<Set<String>> phrases, Section section) {
    private static final Set<String> FILLERS = Set.of(
            "a", "an", "and", "are", "be", "big", "can", "do", "does", "for", "how", "i", "in", "is", "it", "my", "of",
            "on", "or", "our", "should", "the", "there", "to", "we", "what", "when", "why", "with", "you");
    private static final int LONGEST = 20;

    Question {
        phrases = List.copyOf(phrases);
    }

    static Question of(Section section) {
        int dot = section.heading().indexOf(". ");
        String title = section.heading().substring(dot + 2);
        List<Set<String>> phrases = section.first("Words").stream()
                .flatMap(words -> Arrays.stream(words.split("; ")))
                .map(Question::words)
                .toList();
        return new Question(section.heading().substring(0, dot), title, phrases, section);
    }

    /** Whether a short text consists of the title, or mostly of one of the phrases. */
    boolean asks(String text) {
        Set<String> words = words(text);
        return !words.isEmpty()
                && words.size() <= LONGEST
                && (words.equals(words(title)) || phrases.stream().anyMatch(phrase -> mostly(words, phrase)));
    }

    private static boolean mostly(Set<String> words, Set<String> phrase) {
        boolean telling = phrase.size() > 1 || phrase.stream().anyMatch(word -> word.length() > 11);
        return telling && words.containsAll(phrase) && phrase.size() * 2 > words.size();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+"))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .collect(Collectors.toUnmodifiableSet());
    }

    Answer answer() {
        return new Answer(
                Answer.Kind.QUESTION,
                number,
                title,
                "questions.md",
                section.fields().stream()
                        .filter(field -> !field.name().equals("Words"))
                        .toList());
    }
}
