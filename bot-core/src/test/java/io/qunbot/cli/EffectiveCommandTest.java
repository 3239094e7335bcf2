package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.cli.CliHome.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveCommandTest {

    private static final String PARENT = """
            profile: base
            abstract: true
            vars: { hotline: "400" }
            plugins:
              parrot:
                say: |
                  你好
                  再见
            """;
    private static final String CHILD = """
            profile: shop
            extends: base
            goal: g
            value: [一, 二]
            groups:
              - { id: one, with: { vars: { hotline: "800" } } }
              - { name: "*店" }
            zone: Asia/Tokyo
            vars: { link: x }
            plugins:
              parrot: on
            """;

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void open() throws IOException {
        home = CliHome.in(folder);
        home.write("rules/base.yaml", PARENT);
        home.write("rules/shop.yaml", CHILD);
    }

    @Test
    void everyValueComesWithTheLineThatItIsWrittenOn() {
        Result result = home.qunbot("effective", "shop");
        assertThat(result.exit()).isZero();
        assertThat(lines(result)).containsExactly("profile: shop # rules/shop.yaml:1", "goal: g # rules/shop.yaml:3",
                "value: [一, 二] # rules/shop.yaml:4", "extends: base # rules/shop.yaml:2", "groups:",
                "- id: one # rules/shop.yaml:6", "with:", "vars:", "hotline: \"800\" # rules/shop.yaml:6",
                "- name: \"*店\" # rules/shop.yaml:7", "zone: Asia/Tokyo # rules/shop.yaml:8", "vars:",
                "hotline: \"400\" # rules/base.yaml:3", "link: x # rules/shop.yaml:9", "plugins:", "parrot:",
                "say: | # rules/base.yaml:6", "你好", "再见", "times: 1 # 默认 default", "pause: 1s # 默认 default",
                "mode: auto # 默认 default");
    }

    @Test
    void aGroupHasItsOwnValuesAndSaysByWhichLineItHasThem() {
        List<String> one = lines(home.qunbot("effective", "one"));
        assertThat(one).first().isEqualTo("# the group one has the profile shop, because of rules/shop.yaml:6 "
                + "- { id: one, with: { vars: { hotline: \"800\" } } }");
        assertThat(one).contains("hotline: \"800\" # rules/shop.yaml:6").doesNotContain("groups:");
        assertThat(lines(home.qunbot("effective", "城南店"))).first().asString().contains("rules/shop.yaml:7");
    }

    @Test
    void aGroupThatTheBotHasMetIsFoundByItsChannel() throws IOException {
        try (RunningBot _ = RunningBot.of(home)) {
            assertThat(home.qunbot("say", "met", "alice", "你好").exit()).isZero();
            assertThat(lines(home.qunbot("effective", "met"))).first().asString()
                    .contains("has the profile good, because of rules/good.yaml:5");
        }
    }

    @Test
    void jsonListsTheValues() {
        JsonObject json = JsonParser.parseString(home.qunbot("effective", "one", "--format", "json").out())
                .getAsJsonObject();
        assertThat(json.get("profile").getAsString()).isEqualTo("shop");
        assertThat(json.getAsJsonObject("claim").get("line").getAsInt()).isEqualTo(6);
        JsonArray values = json.getAsJsonArray("values");
        assertThat(StreamSupport.stream(values.spliterator(), false).map(value -> value.getAsJsonObject())
                .filter(value -> value.get("path").getAsString().equals("plugins.parrot.times")).findFirst())
                .hasValueSatisfying(value -> {
                    assertThat(value.get("value").getAsString()).isEqualTo("1");
                    assertThat(value.get("default").getAsBoolean()).isTrue();
                    assertThat(value.has("file")).isFalse();
                });
    }

    @Test
    void anUnknownNameIsAskedAbout() {
        Result result = home.qunbot("effective", "shpo");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("did you mean \"shop\"?");
    }

    @Test
    void aProfileWithMistakesIsShownAsWrittenAndNotAsInForce() throws IOException {
        home.write("rules/shop.yaml", CHILD + "repley: 1\n");
        Result result = home.qunbot("effective", "shop");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("rules/shop.yaml has errors and is not in force");
        assertThat(lines(result)).contains("zone: Asia/Tokyo # rules/shop.yaml:8");
    }

    private static List<String> lines(Result result) {
        return result.out().lines().map(line -> line.strip().replaceAll(" +", " ")).toList();
    }
}
