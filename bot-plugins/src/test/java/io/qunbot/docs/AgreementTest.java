package io.qunbot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.BotConfig;
import io.qunbot.bot.PluginLoader;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugins.reply.SynonymFile;
import io.qunbot.plugins.reply.faq.FaqFile;
import io.qunbot.profile.BookReader;
import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Severity;
import io.qunbot.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What check takes an editor takes, too; and the mistakes that an editor can see are mistakes to both. */
class AgreementTest {

    private static final Map<String, Plugin<?>> PLUGINS = PluginLoader.load(Path.of("no such folder"));
    private static final Editor EDITOR = new Editor(PLUGINS);

    private static final String WHOLE = "profile: a\ngoal: g\nvalue: [v]\ngroups: [{ id: a }]\nstaff: { owner: x }\n";
    private static final String PARENT = """
            profile: base
            abstract: true
            plugins:
              welcome: { say: hello }
              reply: { rules: [{ id: one, when: { any: [发票] }, say: 一 }, { id: two, when: { any: [退款] }, say: 二 }] }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"mode: loud", "titel: x", "groups: { id: b, kind: vip }", "groups: [{ nmae: b }]",
            "groups: [{ id: b, with: { plugins: { welcome: { sya: x } } } }]", "zone: [a, b]", "abstract: maybe",
            "staff: x", "vars: [a]", "title: { a: b }", "title:", "plugins: { repyl: on }", "plugins: { reply: 3 }",
            "plugins: { reply: { cooldown: 10 } }", "plugins: { reply: { cooldown: 10x } }",
            "plugins: { reply: { longest: many } }", "plugins: { reply: { longest: 1.5 } }",
            "plugins: { reply: { ignore: [红包包] } }", "plugins: { reply: { from: everybody } }",
            "plugins: { reply: { unanswered: never } }", "plugins: { reply: { mode: auto } }",
            "plugins: { reply: { faq: { mode: brave } } }", "plugins: { reply: { faq: { answer: high } } }",
            "plugins: { reply: { faq: { offer: sometimes } } }",
            "plugins: { reply: { rules: [{ id: r, wenn: { any: [a1] }, say: x }] } }",
            "plugins: { reply: { rules: [{ id: r, when: { any: [发票], ask: perhaps }, say: x }] } }",
            "plugins: { reply: { rules: [{ id: r, when: { any: [发票], time: evening }, say: x }] } }",
            "plugins: { reply: { rules: [{ id: r, when: { any: [发票] }, tell: { who: owner } }] } }",
            "plugins: { reply: { rules: [{ id: r, when: { any: [发票] }, say: x, then: go }] } }",
            "plugins: { reply: { rules: [{ id: r, when: { any: [发票] }, say: x, from: tomorrow }] } }",
            "plugins: { reply: { rules: [{ id: r, when: { any: [发票] }, say: x, from: '2027-02-31x' }] } }",
            "plugins: { reply: { rules: [{ id: r, off: true }] } }",
            "plugins: { reply: { rules: [{ id: r, when: 发票, say: x }] } }",
            "plugins: { welcome: { say: [{ from: '06:00' }] } }",
            "plugins: { welcome: { say: [{ text: x, from: '6' }] } }",
            "plugins: { welcome: { merge: [1s, 2s] } }", "plugins: { archive: { keep: for ever } }",
            "plugins: { weather: on }",
            "plugins: { topics: [{ id: a, at: { every: 周八 }, steps: [{ say: x }] }] }"})
    void aMistakeInAProfileIsOneToBoth(String mistake) {
        String text = with(mistake);
        assertThat(errors(text)).as("check").isNotEmpty();
        assertThat(EDITOR.complaints("profile", text)).as("editor").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: 12", "title: true", "title: 2027-02-01", "value: one", "abstract: No",
            "groups: { id: 42 }", "groups: [{ id: b, with: { mode: watch, plugins: { welcome: { merge: 5m } } } }]",
            "staff: { owner: [x, y], 发票: 10086 }", "vars: { hotline: 4001234567, day: 08:30, yes: no }",
            "plugins: { reply: on, welcome: off, archive: 是 }", "plugins: { reply: { faq: off } }",
            "plugins: { topics: off }", "plugins: { topics: [] }",
            "plugins: { topics: [{ id: a, at: { every: 每月最后一个周五, time: 9:00 }, steps: { say: x } }] }",
            "plugins: { topics: { mix: { 推广: 20% }, list: [{ id: a, at: { cron: 0 9 * * 1 }, steps: [{ say: [x, y] }] }] } }",
            "plugins: { reply: { cooldown: 0, longest: '80', wait: 1h30m } }",
            "plugins: { reply: { unanswered: off } }", "plugins: { reply: { unanswered: 0 } }",
            "plugins: { reply: { unanswered: { keep: 3d } } }", "plugins: { reply: { from: [member, staff] } }",
            "plugins: { reply: { ignore: 接龙 } }", "plugins: { reply: { ignore: [chain, 链接] } }",
            "plugins: { reply: { rules: { id: r, when: { any: 12306, ask: 是, negated: ON }, say: 12306 } } }",
            "plugins: { reply: { rules: [{ id: 007, when: [{ is: 1 }, { any: [发票] }], say: { text: x }, tag: [1, -2], in: direct }] } }",
            "plugins: { reply: { rules: [{ id: r, when: { any: [发票], time: ['周六,周日 10:00-20:00', 9:00-18:00] }, say: [a, b], from: 2027-02-01 }] } }",
            "plugins: { reply: { rules: [{ id: r, when: { any: [发票] }, say: x, tell: off, priority: -3 }] } }",
            "plugins: { welcome: { merge: 300ms, say: [{ text: x, from: 6:00, until: '11:00:30' }, y], enter: z } }",
            "zone: UTC+8", "mode: watch"})
    void whatCheckTakesAnEditorTakesToo(String right) {
        String text = with(right);
        assertThat(errors(text)).as("check").isEmpty();
        assertThat(EDITOR.complaints("profile", text)).as("editor").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugins: { reply: { rules: [{ id: one, off: true }, { id: two, say: 三 }] } }",
            "plugins: { welcome: { merge: 1m }, reply: { rules: [{ id: two, tell: { who: owner, text: x } }] } }",
            "plugins: { welcome: on, reply: off }"})
    void anHeirNeedNotBeComplete(String part) {
        String text = WHOLE + "extends: base\n" + part + "\n";
        assertThat(errors(text, PARENT)).as("check").isEmpty();
        assertThat(EDITOR.complaints("profile", text)).as("editor").isEmpty();
        assertThat(EDITOR.complaints("profile", PARENT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"server: { prot: 80 }", "server: { port: http }", "server: { open: perhaps }",
            "channels: { a: { token: t, aesKey: k } }",
            "channels: { a: { kind: wechat, token: t, aesKey: k } }",
            "fresh: 10", "stages: { deadline: soon }", "embedder: { url: x }", "judge: off please"})
    void aMistakeInTheConfigurationIsOneToBoth(String mistake) {
        assertThat(bound(mistake + "\n", BotConfig.class)).as("check").isNotEmpty();
        assertThat(EDITOR.complaints("bot", mistake + "\n")).as("editor").isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"server: { port: '${PORT:80}', open: '${OPEN:no}' }", "fresh: ${FRESH:1h}",
            "data: ${DATA:data}",
            "channels: { a: { kind: '${KIND:wecom-app}', token: 12, aesKey: k, agentId: 1000002 } }",
            "embedder: off", "stages: { threads: 4 }"})
    void variablesMayStandForAnyValueOfTheConfiguration(String right) {
        assertThat(bound(right + "\n", BotConfig.class)).as("check").isEmpty();
        assertThat(EDITOR.complaints("bot", right + "\n")).as("editor").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"questions: []", "faq: f\\nquestion: []", "faq: f\\nreview: soon",
            "faq: f\\nquestions: [{ id: a, asks: [b] }]", "faq: f\\nquestions: [{ id: a, in: everywhere }]"})
    void aMistakeInACatalogueIsOneToBoth(String mistake) {
        String text = mistake.replace("\\n", "\n") + "\n";
        assertThat(bound(text, FaqFile.class)).as("check").isNotEmpty();
        assertThat(EDITOR.complaints("faq", text)).as("editor").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"group: [[发票, 票据]]", "groups: { 发票: 票据 }", "groups: [{ a: b }]"})
    void aMistakeInSynonymsIsOneToBoth(String mistake) {
        assertThat(bound(mistake + "\n", SynonymFile.class)).as("check").isNotEmpty();
        assertThat(EDITOR.complaints("synonyms", mistake + "\n")).as("editor").isNotEmpty();
    }

    /** A whole profile with a field more, or another value in place of its own. */
    private static String with(String part) {
        String key = part.substring(0, part.indexOf(':') + 1);
        return WHOLE.lines().filter(line -> !line.startsWith(key)).map(line -> line + "\n")
                .reduce("", String::concat) + part + "\n";
    }

    private static List<Problem> errors(String... texts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String text : texts) {
            files.put("rules/%02d.yaml".formatted(files.size()), text.getBytes(StandardCharsets.UTF_8));
        }
        return errors(new BookReader(PLUGINS, _ -> Optional.empty()).read(files).problems());
    }

    private static List<Problem> bound(String text, Class<? extends Record> type) {
        Problems problems = new Problems();
        YamlReader.read("file.yaml", text.getBytes(StandardCharsets.UTF_8), problems).ifPresent(
                tree -> new Binder(problems, (String _) -> Optional.<String>empty()).bind(tree, type));
        return errors(problems.all());
    }

    private static List<Problem> errors(List<Problem> problems) {
        return problems.stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    }
}
