package io.poolwright.cli.audit;

import io.poolwright.audit.AuditReport;
import io.poolwright.audit.Auditor;
import io.poolwright.audit.baseline.Baseline;
import io.poolwright.audit.baseline.Known;
import io.poolwright.audit.drift.Drift;
import io.poolwright.audit.drift.DriftMatrix;
import io.poolwright.audit.solve.Solver;
import io.poolwright.audit.suppress.Suppression;
import io.poolwright.audit.suppress.SuppressionText;
import io.poolwright.audit.suppress.Suppressions;
import io.poolwright.cli.report.audit.AuditStory;
import io.poolwright.cli.report.audit.Gate;
import io.poolwright.cli.report.audit.Hushed;
import io.poolwright.cli.report.audit.Solved;
import io.poolwright.cli.report.audit.Told;
import io.poolwright.config.assemble.ReadFile;
import io.poolwright.config.assemble.Reading;
import io.poolwright.config.assemble.StackReader;
import io.poolwright.config.source.Tree;
import io.poolwright.config.source.Unread;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads, judges, and sets aside what is known or suppressed. */
public final class AuditRun {
    private final AuditRequest request;
    private final Catalogue catalogue;
    private final Texts texts = new Texts();
    private final Map<String, List<Stack>> stacks = new LinkedHashMap<>();
    private final Set<ReadFile> read = new LinkedHashSet<>();
    private final Set<Unread> unread = new LinkedHashSet<>();
    private final Merged merged = new Merged();
    private final List<String> broken = new ArrayList<>();

    private AuditRun(AuditRequest request, Catalogue catalogue) {
        this.request = request;
        this.catalogue = catalogue;
    }

    /**
     * What an audit came to.
     *
     * @param known its findings as a baseline would keep them
     */
    public record Audited(AuditStory story, List<Known> known) {
        public Audited {
            known = List.copyOf(known);
        }
    }

    /**
     * The whole story.
     *
     * @param version of Poolwright
     * @param today for suppressions with an end
     */
    public static Audited of(AuditRequest request, Catalogue catalogue, String version, LocalDate today)
            throws IOException {
        AuditRun run = new AuditRun(request, catalogue);
        for (Place place : request.places()) {
            run.read(place);
        }
        run.refuseBrokenDeclarations();
        run.judge();
        AuditStory story = run.story(version, today);
        return new Audited(story, story.findings().stream().map(run::known).toList());
    }

    private void read(Place place) throws IOException {
        Tree tree = Trees.of(place, request.config());
        texts.add(tree, place.environment());
        Reading reading = StackReader.read(tree);
        stacks.put(
                place.environment(),
                reading.stacks().stream()
                        .map(stack -> named(stack, place.environment()))
                        .toList());
        read.addAll(reading.read());
        unread.addAll(reading.unread());
    }

    /** A stack under the name that the caller gave its environment, and its own where there are several. */
    private static Stack named(Stack stack, String environment) {
        if (environment.isEmpty()) {
            return stack;
        }
        String own = stack.environment();
        String name = own.isEmpty() || own.equals(environment) ? environment : environment + "/" + own;
        return new Stack(name, stack.parts(), stack.links(), stack.declared(), stack.refusals());
    }

    /** A finding as a baseline knows it. */
    private Known known(Told told) {
        String file = texts.key(told.finding().at().file());
        return new Known(file, told.finding().rule(), told.fingerprint());
    }

    private void refuseBrokenDeclarations() {
        for (Unread one : unread) {
            String name = one.path().substring(one.path().lastIndexOf('/') + 1);
            if (one.fault() && (name.equals("poolwright.yaml") || name.equals("poolwright.yml"))) {
                String reason = one.reason();
                throw new BrokenDeclarationException(
                        reason.startsWith(one.path()) ? reason : one.path() + ": " + reason);
            }
        }
    }

    private void judge() {
        Auditor auditor = new Auditor(catalogue.rules().stream()
                .filter(rule -> request.rules().contains(rule.spec().id()))
                .toList());
        for (List<Stack> all : stacks.values()) {
            for (Stack stack : all) {
                AuditReport report = auditor.audit(stack);
                report.findings().forEach(finding -> merged.add(finding, stack.environment()));
                report.cannotTell().forEach(open -> merged.add(open, stack.environment()));
                broken.addAll(report.broken());
            }
        }
    }

    /** The environments beside each other, when there are several; unintended differences become findings. */
    private Optional<DriftMatrix> compare() {
        if (request.places().size() < 2) {
            return Optional.empty();
        }
        Map<String, Stack> one = new LinkedHashMap<>();
        stacks.forEach((environment, all) -> one.put(
                environment,
                all.stream()
                        .filter(stack -> stack.environment().equals(environment))
                        .findFirst()
                        .orElse(all.get(0))));
        Drift drift = new Drift(one, intended());
        drift.findings().stream()
                .filter(finding -> request.rules().contains(finding.rule()))
                .forEach(finding -> merged.add(finding, ""));
        return Optional.of(drift.matrix());
    }

    /** What {@code poolwright.yaml} lists under {@code differences.intended}. */
    private List<String> intended() {
        List<String> settings = new ArrayList<>();
        stacks.values().stream()
                .flatMap(List::stream)
                .flatMap(stack -> stack.declared().all().stream())
                .filter(setting -> setting.name().contains("differences.intended"))
                .filter(Setting::isKnown)
                .map(setting -> String.valueOf(setting.get()))
                .forEach(text -> {
                    for (String part : text.split(",", -1)) {
                        settings.add(part.strip());
                    }
                });
        return settings;
    }

    private AuditStory story(String version, LocalDate today) {
        Optional<DriftMatrix> drift = compare();
        List<Suppression> comments = new ArrayList<>();
        for (ReadFile file : read) {
            texts.text(file.path()).ifPresent(text -> comments.addAll(SuppressionText.in(file.path(), text)));
        }
        Suppressions suppressions = new Suppressions(comments, catalogue.ids(), today);
        List<String> notes = new ArrayList<>(suppressions.refusals());
        List<Told> loud = new ArrayList<>();
        List<Hushed> hushed = new ArrayList<>();
        for (Told told : merged.told(catalogue, texts)) {
            suppressions
                    .of(told.finding())
                    .ifPresentOrElse(by -> hushed.add(new Hushed(told, by)), () -> loud.add(told));
        }
        Baseline baseline = request.baseline().orElse(Baseline.NONE);
        Baseline.Comparison compared =
                baseline.compare(loud.stream().map(told -> known(told)).toList());
        if (!compared.gone().isEmpty()) {
            notes.add("%d of the baseline's findings %s gone; shrink it: --write-baseline FILE"
                    .formatted(compared.gone().size(), compared.gone().size() == 1 ? "is" : "are"));
        }
        List<Told> findings = new ArrayList<>();
        for (int i = 0; i < loud.size(); i++) {
            Told told = loud.get(i);
            boolean known = compared.known().get(i);
            findings.add(new Told(told.finding(), told.rule(), told.environments(), known, told.fingerprint()));
        }
        List<Stack> all = stacks.values().stream().flatMap(List::stream).toList();
        return new AuditStory(
                version,
                all,
                findings,
                hushed,
                merged.open(),
                List.copyOf(read),
                unread.stream().filter(Unread::fault).toList(),
                unread.stream().filter(one -> !one.fault()).toList(),
                notes,
                broken,
                drift,
                request.solve()
                        ? all.stream()
                                .map(stack -> new Solved(stack.environment(), Solver.solve(stack)))
                                .toList()
                        : List.of(),
                new Gate(
                        request.failOn(),
                        request.level(),
                        request.baseline().isPresent(),
                        compared.gone().size()));
    }
}
