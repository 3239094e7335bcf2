package io.qunbot.plugins;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.qunbot.plugin.Stage;
import java.time.Clock;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The official plugins use nothing that an outsider's could not, and decide without doing. */
class ArchitectureTest {

    private static final JavaClasses PLUGINS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.qunbot.plugins");

    @Test
    void everyPluginWasSeen() {
        for (String name : new String[]{"archive", "welcome", "reply"}) {
            assertThat(PLUGINS.that(resideInAPackage("io.qunbot.plugins." + name))).as(name).isNotEmpty();
        }
        assertThat(PLUGINS.stream().filter(each -> each.isAssignableTo(Stage.class))).isNotEmpty();
    }

    @Test
    void knowNothingOfEachOther() {
        slices().matching("io.qunbot.plugins.(*)..").should().notDependOnEachOther().check(PLUGINS);
    }

    @Test
    void ofTheHouseTheyKnowWhatIsForPlugins() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage("io.qunbot.plugins..", "io.qunbot.plugin..",
                "io.qunbot.chat..", "io.qunbot.text..", "io.qunbot.keywords..", "io.qunbot.yaml..",
                "io.qunbot.ranking..", "io.qunbot.calendar..", "java..",
                "org.jspecify..")
                .check(PLUGINS);
    }

    @Test
    void decideAndDoNothing() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio.file..",
                "java.nio.channels..", "java.net..", "java.sql..", "java.util.concurrent", "javax..").check(PLUGINS);
        noClasses().should().dependOnClassesThat().belongToAnyOf(Thread.class, ProcessBuilder.class, Runtime.class)
                .check(PLUGINS);
    }

    @Test
    void readNoClock() {
        noClasses().should().callMethodWhere(DescribedPredicate.describe("read a clock",
                (JavaMethodCall call) -> isClock(call.getTarget()))).check(PLUGINS);
    }

    private static boolean isClock(AccessTarget.MethodCallTarget target) {
        return switch (target.getName()) {
            case "nanoTime", "currentTimeMillis" -> target.getOwner().isEquivalentTo(System.class);
            case "now" -> target.getOwner().getPackageName().equals("java.time");
            case "system", "systemUTC", "systemDefaultZone" -> target.getOwner().isAssignableTo(InstantSource.class)
                    || target.getOwner().isAssignableTo(Clock.class);
            default -> false;
        };
    }
}
