package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.cli.CliHome.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTest {

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void open() throws IOException {
        home = CliHome.in(folder.resolve("home"));
    }

    @Test
    void aHomeIsWrittenOnceAndNeverOver() {
        String target = folder.resolve("new").toString();
        Result first = CliHome.run(List.of("new", "home", target, "--lang", "en"));
        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains("rules/service.yaml", "next:", "check");
        Result second = CliHome.run(List.of("new", "home", target, "--lang", "en"));
        assertThat(second.exit()).isEqualTo(3);
        assertThat(second.err()).contains("is there already; nothing was written");
    }

    @Test
    void aProfileIsForNoGroupUntilSomebodySaysWhich() throws IOException {
        Result made = home.qunbot("new", "profile", "vip", "--from", "good");
        assertThat(made.exit()).isZero();
        assertThat(home.root().resolve("rules/vip.yaml")).content().contains("profile: vip\n", "groups: []",
                "  # 鹦鹉 / a parrot\n  parrot: { say: 收到 }");
        assertThat(home.root().resolve("rules/tests/vip.test.yaml")).content().contains("profile: vip\n");
        assertThat(made.out()).containsPattern("groups: at rules/vip.yaml:\\d+");
        Result check = home.qunbot("check");
        assertThat(check.exit()).isZero();
        assertThat(check.out()).contains("warning[P007]", "0 errors, 1 warning");
    }

    @Test
    void aNameThatIsTakenOrUnknownIsNamed() {
        assertThat(home.qunbot("new", "profile", "good").err()).contains("there is a profile 'good' already");
        assertThat(home.qunbot("new", "profile", "vip", "--from", "goood").err()).contains("did you mean \"good\"?");
        assertThat(home.qunbot("new", "plugin", "parrot", folder.resolve("p").toString()).err())
                .contains("there is a plugin 'parrot' already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vip", "vip/x", "../vip", "synonyms", "9", "vip.yaml", "大客户"})
    void aNameThatNoFileCanHaveIsWrongUsage(String name) {
        assertThat(home.qunbot("new", "profile", name).exit()).isEqualTo(2);
        assertThat(home.root().resolve("rules/vip.yaml")).doesNotExist();
    }

    @Test
    void aPluginSaysHowItIsBuilt() {
        Path target = folder.resolve("plugin");
        Result made = home.qunbot("new", "plugin", "sign-in", target.toString());
        assertThat(made.exit()).isZero();
        assertThat(made.out()).contains("mvn -f " + target + "/pom.xml package", "sign-in.jar");
        assertThat(target.resolve("src/main/java/com/example/signin/SignInPlugin.java")).content()
                .contains("return \"sign-in\";");
        assertThat(home.qunbot("new", "plugin", "Sign In", target.toString()).exit()).isEqualTo(2);
    }
}
