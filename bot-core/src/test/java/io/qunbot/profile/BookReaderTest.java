package io.qunbot.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Mode;
import io.qunbot.yaml.Code;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BookReaderTest {

    private static final String BASE = """
            profile: base
            abstract: true
            vars: { hotline: 400, brand: 灶上云 }
            plugins:
              archive: off
              welcome: { wait: 30s }
              reply:
                from: [member]
                rules:
                  - { id: human, say: "转人工" }
                  - { id: status, say: "看状态" }
            """;
    private static final String PURPOSE = "goal: 有人接住\nvalue: [答疑]\n";

    private final EchoPlugin archive = new EchoPlugin("archive");
    private final EchoPlugin welcome = new EchoPlugin("welcome");
    private final EchoPlugin reply = new EchoPlugin("reply");
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    @Test
    void mergesMapsByKeyAndListsByIdAndKeepsThePlaces() {
        file("base", BASE);
        file("service", "profile: service\nextends: base\n" + PURPOSE + """
                groups: [{ id: g1 }]
                vars: { hotline: 500 }
                plugins:
                  extra: on
                  reply:
                    wait: 90s
                    from: [member, staff]
                    rules:
                      - { id: invoice, say: "开票" }
                      - { id: human, say: "请稍等" }
                      - { id: status, off: true }
                """);
        EchoPlugin extra = new EchoPlugin("extra");
        Reading reading = new BookReader(Map.of("archive", archive, "welcome", welcome, "reply", reply, "extra", extra),
                member -> Optional.of("周敏")).read(files);
        assertThat(reading.problems()).isEmpty();
        Profile profile = reading.book().profiles().getFirst();
        assertThat(profile.stages()).extracting(Installed::plugin).containsExactly("welcome", "reply", "extra");
        assertThat(profile.services().vars()).containsExactly(Map.entry("hotline", "500"), Map.entry("brand", "灶上云"));
        assertThat(profile.file()).isEqualTo("rules/service.yaml");
        assertThat(profile.services().nameOf(new MemberId("x"))).contains("周敏");
        EchoPlugin.Settings settings = reply.created.getFirst();
        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.from()).containsExactly("member", "staff");
        assertThat(settings.rules()).extracting(EchoPlugin.Rule::id).containsExactly("human", "invoice");
        assertThat(settings.rules().getFirst().say().orElseThrow().place()).hasToString("rules/service.yaml:14:27");
        assertThat(welcome.created.getFirst().patience()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void switchesPluginsOffAndOn() {
        file("base", BASE);
        file("a", "profile: a\nextends: base\n" + PURPOSE
                + "groups: [{ id: a }]\nplugins: { welcome: off, archive: {} }\n");
        file("b", "profile: b\nextends: base\n" + PURPOSE
                + "groups: [{ id: b }]\nplugins: { welcome: on, archive: on, reply: off }\n");
        Reading reading = read();
        assertThat(reading.problems()).isEmpty();
        assertThat(stages(reading, "a")).containsExactly("archive", "reply");
        assertThat(stages(reading, "b")).containsExactly("archive", "welcome");
    }

    @Test
    void resolvesByIdThenNameThenPatternThenChannelThenDirectThenRest() {
        file("a", profile("a", "{ id: g1 }"));
        file("b", profile("b", "{ name: 客户服务群 }"));
        file("c", profile("c", "{ name: \"*服务群?\" }", "{ name: \"*服务群\" }"));
        file("d", profile("d", "{ channel: sales }"));
        file("e", profile("e", "{ direct: true }"));
        file("f", profile("f", "{ rest: true, kind: customer }"));
        RuleBook book = read().book();
        assertThat(book.profileOf(chat("g1", ChatKind.INTERNAL, "sales"), Optional.of("客户服务群")).id()).isEqualTo("a");
        assertThat(book.profileOf(chat("g2", ChatKind.INTERNAL, "sales"), Optional.of("客户服务群")).id()).isEqualTo("b");
        assertThat(book.profileOf(chat("g2", ChatKind.INTERNAL, "sales"), Optional.of("华东服务群2")).id()).isEqualTo("c");
        assertThat(book.profileOf(chat("g2", ChatKind.DIRECT, "sales"), Optional.empty()).id()).isEqualTo("d");
        assertThat(book.profileOf(chat("g2", ChatKind.DIRECT, "app"), Optional.empty()).id()).isEqualTo("e");
        assertThat(book.profileOf(chat("g2", ChatKind.CUSTOMER, "app"), Optional.of("闲聊")).id()).isEqualTo("f");
        Profile silent = book.profileOf(chat("g2", ChatKind.INTERNAL, "app"), Optional.of("闲聊"));
        assertThat(silent).extracting(Profile::id, Profile::mode, Profile::stages)
                .containsExactly("default", Mode.WATCH, List.of());
    }

    @Test
    void givesAGroupThatTwoPatternsFitToNeither() {
        file("a", profile("a", "{ name: \"华东*\" }"));
        file("b", profile("b", "{ name: \"*服务群\" }", "{ name: \"*服?群\" }"));
        file("c", profile("c", "{ rest: true }"));
        RuleBook book = read().book();
        Chat chat = chat("g", ChatKind.CUSTOMER, "app");
        assertThat(book.profileOf(chat, Optional.of("华东服务群")).id()).isEqualTo("c");
        assertThat(book.tied(chat, Optional.of("华东服务群"))).extracting(Profile::id).containsExactly("a", "b");
        assertThat(book.profileOf(chat, Optional.of("华南服务群")).id()).isEqualTo("b");
        assertThat(book.tied(chat, Optional.of("华南服务群"))).isEmpty();
    }

    @Test
    void namesTheFirstWhenTwoProfilesClaimTheSame() {
        file("a", profile("a", "{ name: \"*群\", kind: customer }", "{ rest: true }"));
        file("b", profile("b", "{ name: \"*群\", kind: internal }"));
        file("c", profile("c", "{ name: \"*群\" }"));
        file("d", profile("d", "{ rest: true }"));
        Reading reading = read();
        assertThat(reading.broken()).containsExactly("rules/c.yaml", "rules/d.yaml");
        assertThat(reading.problems()).extracting(Problem::code).containsOnly("P005");
        assertThat(new ProblemPrinter(Language.ZH).text(reading.problems())).isEqualTo("""
                错误[P005] 这些群已经归 rules/a.yaml:4 管了
                 --> rules/c.yaml:4:10
                4 | groups: [{ name: "*群" }]
                  |          ^
                  = 建议: 一个群只能归一份配置: 删掉一处,或者改成不同的群

                错误[P005] 这些群已经归 rules/a.yaml:4 管了
                 --> rules/d.yaml:4:10
                4 | groups: [{ rest: true }]
                  |          ^
                  = 建议: 一个群只能归一份配置: 删掉一处,或者改成不同的群
                """);
    }

    @Test
    void givesOneGroupItsOwnVersion() {
        file("a", """
                profile: a
                goal: 好
                value: [答疑]
                staff: { owner: zhou.min, 发票: [li.si, wang.wu] }
                groups:
                  - { name: "*群" }
                  - { id: g1, with: { staff: { owner: fang.hui }, mode: watch, plugins: { reply: { wait: 5s } } } }
                plugins: { reply: { from: [member] } }
                """);
        Reading reading = read();
        assertThat(reading.problems()).isEmpty();
        Profile own = reading.book().profileOf(chat("g1", ChatKind.INTERNAL, "app"), Optional.of("一群"));
        Profile usual = reading.book().profileOf(chat("g2", ChatKind.INTERNAL, "app"), Optional.of("一群"));
        assertThat(own.id()).isEqualTo(usual.id()).isEqualTo("a");
        assertThat(own.mode()).isEqualTo(Mode.WATCH);
        assertThat(own.services().staff("owner")).containsExactly(new MemberId("fang.hui"));
        assertThat(own.services().staff("发票")).hasSize(2);
        assertThat(own.services().posts()).containsExactly("owner", "发票");
        assertThat(own.services().isStaff(new MemberId("wang.wu"))).isTrue();
        assertThat(usual.services().staff("owner")).containsExactly(new MemberId("zhou.min"));
        assertThat(reply.created).extracting(EchoPlugin.Settings::patience)
                .containsExactly(Duration.ofMinutes(1), Duration.ofSeconds(5));
        assertThat(reading.book().profiles()).containsExactly(usual, own);
    }

    @Test
    void refusesToGiveOneGroupAnotherIdentity() {
        file("a", profile("a", "{ id: g1, with: { extends: b } }"));
        assertThat(codes(read())).containsExactly("P011");
    }

    @Test
    void takesAFileWithAnErrorAndItsHeirsOutAndLeavesTheRest() {
        file("base", BASE + "  repley: on\n");
        file("heir", "profile: heir\nextends: base\n" + PURPOSE + "groups: [{ id: x }]\nmod: auto\n");
        file("grandchild", "profile: grandchild\nextends: heir\n" + PURPOSE + "groups: [{ id: y }]\n");
        file("other", profile("other", "{ id: g }"));
        Reading reading = read();
        assertThat(reading.broken()).containsExactly("rules/base.yaml", "rules/grandchild.yaml", "rules/heir.yaml");
        assertThat(reading.book().profiles()).extracting(Profile::id).containsExactly("other");
        assertThat(codes(reading)).containsExactlyInAnyOrder("P008", "R001", "P003", "P003");
        assertThat(reply.created).isEmpty();
    }

    @Test
    void saysOnceThatAParentCannotBeRead() {
        file("base", "profile: base\nvars: [\n");
        file("broken", "\tprofile: x\n  - y: [\n z");
        file("heir", "profile: heir\nextends: base\n" + PURPOSE + "groups: [{ id: x }]\n");
        Reading reading = read();
        assertThat(reading.problems()).filteredOn(problem -> problem.place().source().name().equals("rules/heir.yaml"))
                .extracting(Problem::code).containsExactly("P003");
        assertThat(reading.broken()).hasSize(3);
    }

    @Test
    void findsUnknownParentsCirclesAndDuplicateIds() {
        file("a", profile("a", "{ id: a }") + "extends: bse\n");
        file("b", profile("b", "{ id: b }") + "extends: c\n");
        file("c", profile("c", "{ id: c }") + "extends: b\n");
        file("d", profile("d", "{ id: d }") + "extends: c\n");
        file("e", profile("base", "{ id: e }"));
        file("f", profile("base", "{ id: f }"));
        Reading reading = read();
        assertThat(codes(reading)).containsExactlyInAnyOrder("P001", "P002", "P003", "P004");
        assertThat(reading.broken()).hasSize(5).doesNotContain("rules/e.yaml");
        assertThat(text(reading)).contains("您是不是想写 “base”?").contains("b → c → b").contains("rules/e.yaml 用了");
    }

    @Test
    void warnsAboutAProfileWithoutPurposeAndKeepsIt() {
        file("a", "profile: a\n");
        Reading reading = read();
        assertThat(reading.problems()).extracting(Problem::severity).containsOnly(Severity.WARNING);
        assertThat(codes(reading)).containsExactly("P006", "P006", "P007");
        assertThat(reading.broken()).isEmpty();
        assertThat(reading.book().profiles()).hasSize(1);
    }

    @Test
    void tellsWhatIsNotAvailableYetFromWhatIsUnknown() {
        file("a", profile("a", "{ id: a }")
                + "leads: {}\nhours: [\"MON-FRI 09:00-21:00\"]\nplugins: { topics: [], sla: off, wellcome: on, reply: }\n");
        Reading reading = read();
        assertThat(codes(reading)).containsExactlyInAnyOrder("R001", "R003", "P008", "R004");
        assertThat(text(reading)).contains("“leads” 不写在这一层").contains("写到 plugins: 下面").contains("您是不是想写 “welcome”?");
    }

    @Test
    void saysHowStagesAreWrittenNow() {
        file("a", profile("a", "{ id: a }") + """
                stages:
                  family: 试用
                  order: [开通, 成交, 未成交]
                  start: 开通
                  to: { 成交: { after: 30d, and: { tag: 已付款 } } }
                  won: { move: service, tell: { who: manager, text: "{{group}} 成交" } }
                  lost: { reasons: [价格, 功能不合] }
                """);
        Reading reading = read();
        assertThat(codes(reading)).containsExactly("R010");
        assertThat(text(reading))
                .contains("lifecycle: { stages: [开通, 成交, 未成交], move: [{ to: 开通, when: { joined: true } },"
                        + " { to: 成交, when: { tag: 已付款 } }, { to: 成交, when: { deal: won },"
                        + " tell: { who: manager, text: \"{{group}} 成交\" } }], lost: { reasons: [价格, 功能不合] } }");
    }

    @Test
    void whatWasNeverThereMayBeSwitchedOff() {
        file("a", profile("a", "{ id: a }") + "plugins: { idle: off, sla: off }\n");
        assertThat(read().problems()).isEmpty();
    }

    @Test
    void namesPostsOfDraftsThatNobodyHolds() {
        file("a", profile("a", "{ id: a }")
                + "staff: { owner: zhou }\nspeak: { customer: draft, draft: { to: ower, next: backup } }\n");
        Reading reading = read();
        assertThat(codes(reading)).containsExactly("P013", "P013");
        assertThat(text(reading)).contains("您是不是想写 “owner”?").contains("staff 里没有 “backup” 这个岗位");
    }

    @Test
    void usesALoadedPluginThatWasPlanned() {
        file("a", profile("a", "{ id: a }") + "plugins: { topics: on }\n");
        Reading reading = new BookReader(Map.of("topics", new EchoPlugin("topics")), member -> Optional.empty())
                .read(files);
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void turnsWhateverAPluginThrowsIntoAProblemAtItsKey() {
        file("a", profile("a", "{ id: a }") + "plugins:\n  reply: { from: [boom] }\n");
        file("b", profile("b", "{ id: b }") + "plugins: { reply: on }\n");
        Reading reading = read();
        assertThat(codes(reading)).containsExactly("P009");
        assertThat(reading.problems().getFirst().place()).hasToString("rules/a.yaml:6:3");
        assertThat(reading.book().profiles()).extracting(Profile::id).containsExactly("b");
    }

    @Test
    void checksAPluginWithTheProfileItRunsIn() {
        file("base", BASE.replace("看状态", "问 {{owner}}"));
        file("a", "profile: a\nextends: base\n" + PURPOSE + "groups: [{ id: a }]\nstaff: { owner: zhou.min }\n");
        file("b", "profile: b\nextends: base\n" + PURPOSE + "groups: [{ id: b }]\n");
        file("c", "profile: c\nextends: base\n" + PURPOSE + "groups: [{ id: c }]\n");
        Reading reading = read();
        assertThat(codes(reading)).containsExactly("T001");
        assertThat(reading.broken()).containsExactly("rules/b.yaml", "rules/c.yaml");
    }

    @Test
    void saysThatThereIsNothingToRemove() {
        file("base", BASE);
        file("a", "profile: a\nextends: base\n" + PURPOSE
                + "groups: [{ id: a }]\nplugins: { reply: { rules: [{ id: humen, off: true }] } }\n");
        assertThat(text(read())).contains("错误[P010]").contains("您是不是想写 “human”?");
    }

    @Test
    void readsNoProfileFromSubFolders() {
        files.put("rules/faq/product.yaml", "faq: product".getBytes(StandardCharsets.UTF_8));
        files.put("rules/tests/a.test.yaml", "cases: []".getBytes(StandardCharsets.UTF_8));
        Reading reading = read();
        assertThat(codes(reading)).containsExactly("P012");
        assertThat(reading.broken()).isEmpty();
        assertThat(reading.book().profiles()).isEmpty();
    }

    @Test
    void changesTheVersionWithAnyFile() {
        file("a", profile("a", "{ id: a }"));
        String first = read().book().version();
        assertThat(read().book().version()).isEqualTo(first).hasSize(12);
        files.put("rules/faq/product.yaml", new byte[]{1});
        assertThat(read().book().version()).isNotEqualTo(first);
    }

    @Test
    void matchesPatternsInAnyScript() {
        assertThat(NamePattern.matches("*服务群*", "VIP服务群🎉")).isTrue();
        assertThat(NamePattern.matches("?服务群", "🎉服务群")).isTrue();
        assertThat(NamePattern.matches("?服务群", "服务群")).isFalse();
        assertThat(NamePattern.matches("a**b", "ab")).isTrue();
        assertThat(NamePattern.matches("*", "")).isTrue();
        assertThat(NamePattern.matches("*a".repeat(50) + "b", "a".repeat(2000))).isFalse();
    }

    @Test
    void hasACodeOfItsOwnForEveryProblem() {
        Stream<String> codes = Stream.concat(Arrays.stream(Code.values()).map(Code::id),
                Arrays.stream(ProfileCode.values()).map(ProfileCode::id));
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(Arrays.stream(ProfileCode.values()).map(ProfileCode::description)).doesNotHaveDuplicates();
    }

    private void file(String name, String text) {
        files.put("rules/" + name + ".yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String profile(String id, String... groups) {
        return "profile: " + id + "\n" + PURPOSE + "groups: [" + String.join(", ", groups) + "]\n";
    }

    private Reading read() {
        return new BookReader(Map.of("archive", archive, "welcome", welcome, "reply", reply),
                member -> Optional.empty()).read(files);
    }

    private static Chat chat(String id, ChatKind kind, String channel) {
        return new Chat(new ChatId(id), kind, channel);
    }

    private static List<String> codes(Reading reading) {
        return reading.problems().stream().map(Problem::code).toList();
    }

    private static String text(Reading reading) {
        return new ProblemPrinter(Language.ZH).text(reading.problems());
    }

    private static List<String> stages(Reading reading, String profile) {
        return reading.book().profiles().stream().filter(it -> it.id().equals(profile)).findFirst().orElseThrow()
                .stages().stream().map(Installed::plugin).toList();
    }
}
