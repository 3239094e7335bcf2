package io.qunbot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house: who may use whom, and who alone may touch what is outside. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.qunbot");

    private static final Set<String> ALL = Set.of("chat", "text", "keywords", "yaml", "ranking", "calendar", "plugin",
            "rota", "search", "people",
            "profile",
            "pipeline",
            "store",
            "directory", "dispatch", "outbox", "http", "wecom", "transcript", "bot", "simulation", "cli");

    /** A package and the others that it may use. A stage's trace names a line of a file, so pipeline knows yaml. */
    private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("chat", Set.of()),
            Map.entry("text", Set.of()),
            Map.entry("keywords", Set.of("text")),
            Map.entry("yaml", Set.of()),
            Map.entry("ranking", Set.of("text")),
            Map.entry("calendar", Set.of("yaml")),
            Map.entry("plugin", Set.of("chat", "text", "yaml", "calendar")),
            Map.entry("rota", Set.of("chat", "yaml", "plugin")),
            Map.entry("people", Set.of("chat", "text", "yaml", "plugin")),
            Map.entry("profile", Set.of("chat", "text", "yaml", "plugin", "rota", "calendar", "people")),
            Map.entry("transcript", Set.of("chat", "yaml", "plugin", "rota", "profile")),
            Map.entry("pipeline", Set.of("chat", "yaml", "calendar", "plugin", "profile")),
            Map.entry("store", Set.of("chat", "text")),
            Map.entry("dispatch", Set.of("chat", "people", "plugin", "profile", "store", "pipeline")),
            Map.entry("outbox", Set.of("chat", "rota", "profile", "store", "directory")),
            Map.entry("search", Set.of("text")),
            Map.entry("http", Set.of()),
            Map.entry("directory", Set.of("chat", "store")),
            Map.entry("wecom", Set.of("chat", "http", "directory")),
            Map.entry("bot", without("simulation", "cli")),
            Map.entry("simulation", without("cli")),
            Map.entry("cli", ALL)));

    static Stream<String> packages() {
        return ALL.stream().sorted();
    }

    @Test
    void everyPackageOfTheHouseIsInThePlan() {
        Set<String> found = HOUSE.stream().map(ArchitectureTest::room).collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(MAY_USE.keySet()).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void usesOnlyWhatThePlanAllows(String name) {
        String[] forbidden = ALL.stream().filter(each -> !each.equals(name))
                .filter(each -> !MAY_USE.getOrDefault(name, Set.of()).contains(each))
                .map(each -> "io.qunbot." + each + "..").toArray(String[]::new);

        noClasses().that().resideInAPackage("io.qunbot." + name + "..").should().dependOnClassesThat()
                .resideInAnyPackage(forbidden).check(HOUSE);
    }

    @Test
    void ofWecomOnlyTheCallbackKnowsHttp() {
        noClasses().that().resideInAPackage("io.qunbot.wecom..").and()
                .resideOutsideOfPackage("io.qunbot.wecom.callback..").should().dependOnClassesThat()
                .resideInAPackage("io.qunbot.http..").check(HOUSE);
    }

    @Test
    void whatIsOutsideIsTouchedInOneRoomOnly() {
        only(List.of("http", "wecom", "simulation.standin"), "io.netty.."); // stand-ins speak at the socket's level
        only(List.of("store"), "java.sql..", "javax.sql..", "org.sqlite..");
        only(List.of("yaml"), "org.yaml..");
        only(List.of("wecom"), "me.chanjar..", "cn.binarywang..");
        only(List.of("cli"), "picocli..");
        only(List.of("keywords", "ranking", "search"), "org.apache.lucene..");
    }

    private static void only(List<String> rooms, String... outside) {
        String[] allowed = rooms.stream().map(room -> "io.qunbot." + room + "..").toArray(String[]::new);
        noClasses().that().resideOutsideOfPackages(allowed).should().dependOnClassesThat()
                .resideInAnyPackage(outside).check(HOUSE);
        for (String room : rooms) {
            assertThat(HOUSE.that(resideInAPackage("io.qunbot." + room + "..")).stream()
                    .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                    .anyMatch(use -> resideInAnyPackage(outside).test(use.getTargetClass())))
                    .as("%s uses %s", room, List.of(outside)).isTrue();
        }
    }

    @Test
    void realTimePassesInTheBotAndTheCommandLineOnly() {
        noClasses().that().resideOutsideOfPackages("io.qunbot.bot..", "io.qunbot.cli..").should()
                .callMethodWhere(readsAClockOrSleeps()).check(HOUSE);
    }

    private static DescribedPredicate<JavaMethodCall> readsAClockOrSleeps() {
        return DescribedPredicate.describe("read a real clock or sleep", call -> isRealTime(call.getTarget()));
    }

    private static boolean isRealTime(AccessTarget.MethodCallTarget target) {
        JavaClass owner = target.getOwner();
        boolean noClockGiven = target.getRawParameterTypes().stream()
                .noneMatch(type -> type.isAssignableTo(Clock.class));
        return switch (target.getName()) {
            case "nanoTime", "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "sleep" -> owner.isAssignableTo(Thread.class);
            case "parkNanos", "parkUntil" -> owner.isEquivalentTo(LockSupport.class);
            case "system" -> owner.isAssignableTo(InstantSource.class);
            case "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes" ->
                owner.isAssignableTo(Clock.class);
            case "now" -> noClockGiven && Stream.of(Instant.class, LocalDate.class, LocalTime.class,
                    LocalDateTime.class, ZonedDateTime.class).anyMatch(owner::isEquivalentTo);
            default -> false;
        };
    }

    private static Set<String> without(String... names) {
        return ALL.stream().filter(each -> !Set.of(names).contains(each)).collect(Collectors.toSet());
    }

    private static String room(JavaClass type) {
        String rest = type.getPackageName().substring("io.qunbot.".length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
