package io.poolwright.audit.explain;

import io.poolwright.audit.RuleSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The knowledge of the documentation, and how an entry of it is found. What is not in it is said to be unknown. */
public final class Library {
    private static final Pattern ASSIGNED =
            Pattern.compile("([\\w.\\- \\[\\]/]{1,200}?)\\s*(?:[=:]\\s*\\S.{0,200}|\\s-?\\d\\w{0,20};?)");
    private static final Pattern NUMBERED = Pattern.compile("(?:q|question)\\s*#?(\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]{0,20}[A-Za-z]");
    private static final int LINES = 400;
    private static final int COLUMNS = 4000;
    private static final int MESSAGES = 3;

    private final Function<String, Optional<String>> pages;
    private final List<RuleSpec> rules;

    /**
     * @param pages the text of a page, by its path below {@code docs}
     * @param rules every rule that there is
     */
    public Library(Function<String, Optional<String>> pages, List<RuleSpec> rules) {
        this.pages = pages;
        this.rules = List.copyOf(rules);
    }

    /** What is known about a rule, a setting, a product, a question, or a pasted message of one or more lines. */
    public Explanation explain(String asked) {
        String text = ESCAPE.matcher(asked).replaceAll("").strip();
        if (text.isEmpty()) {
            return new Explanation(asked, List.of(), List.of());
        }
        Optional<Answer> rule = rule(text);
        if (rule.isPresent()) {
            return new Explanation(asked, rule.stream().toList(), List.of());
        }
        boolean oneLine = text.indexOf('\n') < 0;
        List<Answer> answers = oneLine ? settings(text) : List.of();
        if (answers.isEmpty() && oneLine) {
            answers = Stream.concat(product(text).stream(), numbered(text).stream())
                    .toList();
        }
        if (answers.isEmpty()) {
            answers = messages(text);
        }
        if (answers.isEmpty() && oneLine) {
            answers = questions(text);
        }
        boolean word = oneLine && text.indexOf(' ') < 0;
        return new Explanation(asked, answers, answers.isEmpty() && word ? Names.near(text, names()) : List.of());
    }

    private Optional<Answer> rule(String text) {
        String key = Names.key(text);
        return rules.stream()
                .filter(spec -> Names.key(spec.id()).equals(key))
                .findFirst()
                .map(this::rulePage);
    }

    private Answer rulePage(RuleSpec spec) {
        String path = "rules/" + spec.id() + ".md";
        List<Field> fields = new ArrayList<>();
        fields.add(
                new Field("Severity", spec.severity().id() + ", " + spec.scope().id()));
        page(path)
                .ifPresentOrElse(
                        page -> page.sections()
                                .forEach(section -> fields.add(new Field(section.heading(), section.body()))),
                        () -> fields.add(new Field("Source", spec.source())));
        return new Answer(Answer.Kind.RULE, spec.id(), spec.title(), path, fields);
    }

    private List<Answer> settings(String text) {
        List<Answer> exact = settingsNamed(text);
        if (!exact.isEmpty()) {
            return exact;
        }
        Matcher assigned = ASSIGNED.matcher(text);
        return assigned.matches() ? settingsNamed(assigned.group(1)) : List.of();
    }

    private List<Answer> settingsNamed(String name) {
        String key = Names.key(name);
        return parameters()
                .filter(parameter -> parameter.keys().contains(key))
                .map(Parameter::answer)
                .toList();
    }

    private Optional<Answer> product(String text) {
        String key = Names.key(text);
        return Shelf.SETTINGS.stream()
                .filter(settings -> Names.key(settings.product()).equals(key)
                        || settings.prefixes().stream()
                                .anyMatch(prefix -> Names.key(prefix).equals(key)))
                .sorted(Comparator.comparing(
                        settings -> !Names.key(settings.product()).equals(key)))
                .findFirst()
                .flatMap(settings -> page(settings.page()).map(page -> product(settings, page)));
    }

    private static Answer product(Shelf.Settings settings, Page page) {
        return new Answer(
                Answer.Kind.PRODUCT,
                settings.product(),
                page.title(),
                settings.page(),
                List.of(
                        new Field("About", page.introduction()),
                        new Field(
                                "Settings",
                                String.join(
                                        ", ",
                                        page.sections().stream()
                                                .map(Section::heading)
                                                .toList()))));
    }

    private List<Answer> messages(String text) {
        List<Signature> signatures = signatures().toList();
        Map<String, Signature.Found> found = new LinkedHashMap<>();
        List<String> lines = text.lines().limit(LINES).toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            String cut = line.substring(0, Math.min(line.length(), COLUMNS)).strip();
            signatures.stream()
                    .flatMap(signature -> signature.find(cut).stream())
                    .sorted(Comparator.comparingInt(Signature.Found::length).reversed())
                    .forEach(one -> found.putIfAbsent(one.signature().id(), one));
        }
        return found.values().stream()
                .limit(MESSAGES)
                .map(one -> one.signature().answer(one.values()))
                .toList();
    }

    private List<Answer> questions(String text) {
        return questionPage()
                .filter(question -> question.asks(text))
                .map(Question::answer)
                .toList();
    }

    private Optional<Answer> numbered(String text) {
        Matcher number = NUMBERED.matcher(text);
        return number.matches()
                ? questionPage()
                        .filter(question -> question.number().equals(number.group(1)))
                        .map(Question::answer)
                        .findFirst()
                : Optional.empty();
    }

    private List<String> names() {
        return Stream.of(
                        rules.stream().map(RuleSpec::id),
                        parameters().map(Parameter::name),
                        Shelf.SETTINGS.stream().map(Shelf.Settings::product))
                .flatMap(stream -> stream)
                .distinct()
                .toList();
    }

    private Stream<Parameter> parameters() {
        return Shelf.SETTINGS.stream().flatMap(settings -> page(settings.page()).stream()
                .flatMap(page -> page.sections().stream())
                .map(section -> Parameter.of(settings, section)));
    }

    private Stream<Signature> signatures() {
        return Shelf.SIGNATURES.stream()
                .map(name -> "signatures/" + name + ".md")
                .flatMap(path -> page(path).stream()
                        .flatMap(page -> page.sections().stream())
                        .map(section -> Signature.of(path, section)));
    }

    private Stream<Question> questionPage() {
        return page("questions.md").stream()
                .flatMap(page -> page.sections().stream())
                .map(Question::of);
    }

    private Optional<Page> page(String path) {
        return pages.apply(path).map(Page::parse);
    }
}
