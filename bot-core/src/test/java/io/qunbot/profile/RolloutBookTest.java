package io.qunbot.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A book with two versions of a profile: the new one in a few groups, the other everywhere else. */
class RolloutBookTest {

    private static final String OLD = profile("service", "{ id: g1 }, { id: g2 }, { name: \"*服务群\" }", "一");
    private static final String NEW = profile("service", "{ id: g1 }, { id: g2 }, { name: \"*服务群\" }, { id: g9 }", "二");

    private final EchoPlugin reply = new EchoPlugin("reply");

    @Test
    void theNewVersionRunsWhereItIsTriedAndTheOldOneEverywhereElse() {
        RuleBook book = read(NEW).trying("service", List.of("g2", "试点*"), read(OLD));
        assertThat(title(book, "g1", "")).isEqualTo("一");
        assertThat(title(book, "g2", "")).isEqualTo("二");
        assertThat(title(book, "x", "试点服务群")).isEqualTo("二");
        assertThat(title(book, "x", "华东服务群")).isEqualTo("一");
        assertThat(book.profiles()).extracting(Profile::edition).containsExactly(Edition.TRIAL, Edition.SETTLED);
        assertThat(book.profiles()).extracting(Profile::ward).containsExactly("service (rollout)", "service");
    }

    @Test
    void aGroupThatOnlyTheNewVersionWantsIsNobodysUntilItIsForAll() {
        RuleBook book = read(NEW).trying("service", List.of("g2"), read(OLD));
        assertThat(book.profileOf(chat("g9"), Optional.empty()).id()).isEqualTo("default");
        assertThat(read(NEW).profileOf(chat("g9"), Optional.empty()).id()).isEqualTo("service");
    }

    @Test
    void aProfileThatDidNotExistBeforeRunsOnlyWhereItIsTried() {
        RuleBook book = read(NEW).trying("service", List.of("g2"), RuleBook.empty());
        assertThat(book.profileOf(chat("g1"), Optional.empty()).id()).isEqualTo("default");
        assertThat(title(book, "g2", "")).isEqualTo("二");
    }

    @Test
    void aGroupThatMovedToAnotherFileStaysWhileTheOneItLeftIsTried() {
        RuleBook moved = read(profile("service", "{ id: g2 }", "二"), profile("other", "{ id: g1 }", "三"));
        assertThat(title(moved, "g1", "")).isEqualTo("三");
        assertThat(title(moved.trying("service", List.of("g2"), read(OLD)), "g1", "")).isEqualTo("一");
    }

    @Test
    void whatAProfileIsMadeOfHoldsItsParentsItsRulesAndWhereItIsTried() {
        RuleBook book = read("""
                profile: base
                abstract: true
                rollout: [g2]
                plugins: { reply: { rules: [{ id: human, say: 人 }] } }
                """, """
                profile: service
                extends: base
                goal: 好
                value: [好]
                groups: [{ id: g1, with: { plugins: { reply: { rules: [{ id: own, say: 自己 }] } } } }]
                plugins: { reply: { rules: [{ id: invoice, say: 票 }] } }
                """);
        assertThat(book.makeups()).containsOnlyKeys("service");
        Makeup makeup = book.makeups().values().iterator().next();
        assertThat(makeup.files()).containsExactly("rules/0.yaml", "rules/1.yaml");
        assertThat(makeup.rules()).containsExactly("reply/human", "reply/invoice", "reply/own");
        assertThat(makeup.rollout()).containsExactly("g2");
        assertThat(book.lineOf(chat("g1"), Optional.empty()).orElseThrow()).hasToString("rules/1.yaml:5:10");
        assertThat(book.lineOf(chat("g7"), Optional.empty())).isEmpty();
    }

    @Test
    void oneGroupAloneCannotHaveItsOwnRollout() {
        assertThat(problems(profile("service", "{ id: g1, with: { rollout: [g1] } }", "一"))).extracting(Problem::code)
                .containsExactly("P011");
    }

    private static String profile(String id, String groups, String title) {
        return "profile: " + id + "\ntitle: " + title + "\ngoal: 好\nvalue: [好]\ngroups: [" + groups
                + "]\nplugins: { reply: { rules: [{ id: a, say: " + title + " }] } }\n";
    }

    private static String title(RuleBook book, String id, String name) {
        return book.profileOf(chat(id), Optional.of(name).filter(text -> !text.isEmpty())).title();
    }

    private static Chat chat(String id) {
        return new Chat(new ChatId(id), ChatKind.INTERNAL, "robot");
    }

    private RuleBook read(String... texts) {
        assertThat(problems(texts)).isEmpty();
        return reading(texts).book();
    }

    private List<Problem> problems(String... texts) {
        return reading(texts).problems();
    }

    private Reading reading(String... texts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int at = 0; at < texts.length; at++) {
            files.put("rules/" + at + ".yaml", texts[at].getBytes(StandardCharsets.UTF_8));
        }
        return new BookReader(Map.of("reply", reply), _ -> Optional.empty()).read(files);
    }
}
