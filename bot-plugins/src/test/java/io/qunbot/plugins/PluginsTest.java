package io.qunbot.plugins;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.qunbot.plugin.Plugin;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PluginsTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.qunbot.plugins");

    @Test
    void areFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Plugin.class)).extracting(plugin -> plugin.name())
                .containsExactlyInAnyOrder("archive", "welcome", "reply");
    }

    @Test
    void knowNothingOfEachOther() {
        slices().matching("io.qunbot.plugins.(*)..").should().notDependOnEachOther().check(classes);
    }

    @Test
    void useNothingThatAnOutsidersPluginCouldNot() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(
                "io.qunbot.profile..", "io.qunbot.pipeline..", "io.qunbot.store..", "io.qunbot.dispatch..",
                "io.qunbot.directory..",
                "io.qunbot.outbox..", "io.qunbot.http..", "io.qunbot.wecom..", "io.qunbot.bot..", "java.sql..",
                "io.netty..")
                .check(classes);
    }
}
