package io.poolwright;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;

/** What a build must not let slip: which floor may know which, what thinking may touch, and how a class looks. */
@AnalyzeClasses(packages = "io.poolwright", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String MODEL = "io.poolwright.model..";
    private static final String QUEUEING = "io.poolwright.queueing..";
    private static final String CONFIG = "io.poolwright.config..";
    private static final String AUDIT = "io.poolwright.audit..";
    private static final String TELEMETRY = "io.poolwright.telemetry..";
    private static final String DETECT = "io.poolwright.detect..";
    private static final String DIAGNOSE = "io.poolwright.diagnose..";
    private static final String SIMULATE = "io.poolwright.simulate..";
    private static final String WATCH = "io.poolwright.watch..";
    private static final String DRILL = "io.poolwright.drill..";
    private static final String CLI = "io.poolwright.cli..";
    private static final String OURS = "io.poolwright..";
    private static final String[] THINKING = {MODEL, QUEUEING, AUDIT, DETECT, DIAGNOSE, SIMULATE};

    @ArchTest
    static final ArchRule THE_GROUND_FLOOR_KNOWS_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .dependOnClassesThat(resideInAnyPackage(OURS).and(DescribedPredicate.not(resideInAnyPackage(MODEL))));

    @ArchTest
    static final ArchRule QUEUEING_KNOWS_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage(QUEUEING)
            .should()
            .dependOnClassesThat(resideInAnyPackage(OURS).and(DescribedPredicate.not(resideInAnyPackage(QUEUEING))));

    @ArchTest
    static final ArchRule READERS_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage(CONFIG)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(QUEUEING, AUDIT, TELEMETRY, DETECT, DIAGNOSE, DRILL, CLI);

    @ArchTest
    static final ArchRule TELEMETRY_ONLY_READS = noClasses()
            .that()
            .resideInAPackage(TELEMETRY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(QUEUEING, CONFIG, AUDIT, DETECT, DIAGNOSE, DRILL, CLI);

    @ArchTest
    static final ArchRule RULES_KNOW_MODEL_AND_QUEUEING = noClasses()
            .that()
            .resideInAPackage(AUDIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONFIG, TELEMETRY, DETECT, DIAGNOSE, DRILL, CLI);

    @ArchTest
    static final ArchRule DETECTORS_KNOW_THE_MODEL_ONLY = noClasses()
            .that()
            .resideInAPackage(DETECT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONFIG, AUDIT, TELEMETRY, DIAGNOSE, DRILL, CLI);

    @ArchTest
    static final ArchRule HYPOTHESES_KNOW_MODEL_QUEUEING_AND_DETECTORS = noClasses()
            .that()
            .resideInAPackage(DIAGNOSE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONFIG, TELEMETRY, DRILL, CLI);

    @ArchTest
    static final ArchRule THE_SIMULATOR_KNOWS_MODEL_AND_QUEUEING = noClasses()
            .that()
            .resideInAPackage(SIMULATE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONFIG, AUDIT, TELEMETRY, DETECT, DIAGNOSE, DRILL, WATCH, CLI);

    @ArchTest
    static final ArchRule A_DRILL_CANNOT_WHISPER_TO_THE_DIAGNOSIS = noClasses()
            .that()
            .resideInAPackage(DRILL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AUDIT, TELEMETRY, DETECT, DIAGNOSE, CLI);

    @ArchTest
    static final ArchRule ONLY_THE_HISTORY_KNOWS_WHAT_ITS_STORE_IS = noClasses()
            .that()
            .resideOutsideOfPackage("io.poolwright.watch.history.quest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.questdb..");

    @ArchTest
    static final ArchRule ONLY_THE_SERVER_KNOWS_SPRING = noClasses()
            .that(DescribedPredicate.not(resideInAnyPackage("io.poolwright.server..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "io.poolwright.server..");

    @ArchTest
    static final ArchRule ONLY_THE_STATE_KNOWS_SQL = noClasses()
            .that()
            .resideInAPackage("io.poolwright.server..")
            .and()
            .resideOutsideOfPackage("io.poolwright.server.state..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.h2..", "org.flywaydb..");

    @ArchTest
    static final ArchRule THINKING_TOUCHES_NO_WORLD = noClasses()
            .that()
            .resideInAnyPackage(THINKING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.net..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.sql..",
                    "java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Process.class, ProcessBuilder.class);

    @ArchTest
    static final ArchRule THINKING_ASKS_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(THINKING)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule NOTHING_IS_MADE_TO_BE_EXTENDED_BY_CHANCE =
            classes().that(DescribedPredicate.not(INTERFACES)).should(beFinalOrSealed());

    /** What overrides a protected method of the JDK cannot be narrower than that. */
    @ArchTest
    static final ArchRule NO_METHOD_IS_PROTECTED =
            methods().that(areNotGivenByTheJdk()).should().notBeProtected();

    @ArchTest
    static final ArchRule NO_FIELD_IS_PROTECTED = fields().should().notBeProtected();

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info|Processor)");

    private static DescribedPredicate<JavaMethod> areNotGivenByTheJdk() {
        return DescribedPredicate.describe(
                "are not given by the JDK", method -> method.getOwner().getAllRawSuperclasses().stream()
                        .filter(parent -> parent.getPackageName().startsWith("java."))
                        .noneMatch(parent -> parent.getMethods().stream()
                                .anyMatch(theirs -> theirs.getName().equals(method.getName()))));
    }

    private static ArchCondition<JavaClass> beFinalOrSealed() {
        return new ArchCondition<>("be final, a record, an enum or sealed") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.getModifiers().contains(JavaModifier.FINAL)
                        || type.isEnum()
                        || type.isAnonymousClass()
                        || type.reflect().isSealed();
                events.add(new SimpleConditionEvent(type, closed, type.getName() + " may be extended by anybody"));
            }
        };
    }
}
