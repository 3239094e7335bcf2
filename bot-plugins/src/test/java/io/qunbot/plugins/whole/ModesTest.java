package io.qunbot.plugins.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.Postbox;
import io.qunbot.bot.Stats;
import io.qunbot.bot.desk.Worklist;
import io.qunbot.chat.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who sees words first: by the profile, by a rule, by a question; and what follows when nobody does anything. */
@Timeout(60)
class ModesTest {

    private static final String RULES = """
            rules:
              - { id: careful, mode: draft, when: { any: [退款] }, say: 原路退回 }
              - { id: bold, mode: auto, when: { any: [营业时间] }, say: 九点到九点 }
              - { id: usual, when: { any: [地址] }, say: 人民路 1 号 }
              - { id: mute, mode: watch, when: { any: [涨价] }, say: 没有的事 }
            """;

    @TempDir
    private Path folder;

    private static List<String> texts(Company company, String kind) {
        return company.outbox().stream().filter(entry -> entry.kind().equals(kind)).map(Postbox.Entry::text).toList();
    }

    private static List<Stats.Judged> judged(Company company) throws IOException {
        Stats stats = company.afterwards(
                offline -> offline.stats(company.home(), company.config(), "service", 1));
        return stats.judged();
    }

    @Test
    void aCarefulRuleOfABoldProfileShowsItsWordsToAColleagueFirst() throws IOException, InterruptedException {
        try (Company company = new Company(folder, "mode: auto\n", RULES)) {
            assertThat(company.says("lilei", "地址在哪")).isEqualTo("人民路 1 号");
            assertThat(company.says("lilei", "营业时间?")).isEqualTo("九点到九点");
            assertThat(company.says("lilei", "怎么退款")).isEmpty();
            assertThat(company.says("lilei", "要涨价吗")).isEmpty();

            assertThat(company.awaitDraft("zhou.min")).satisfies(draft -> {
                assertThat(draft.text()).isEqualTo("原路退回");
                assertThat(draft.rule()).isEqualTo("reply/careful");
            });
            assertThat(company.await(entry -> entry.outcome().equals("watched")).text()).isEqualTo("没有的事");
            assertThat(texts(company, "draft")).containsExactly("原路退回");
        }
    }

    @Test
    void aBoldRuleOfACarefulProfileIsAsCarefulAsTheProfile() throws IOException, InterruptedException {
        try (Company company = new Company(folder, "mode: draft\n", RULES)) {
            assertThat(company.says("lilei", "营业时间?")).isEmpty();
            assertThat(company.awaitDraft("zhou.min").text()).isEqualTo("九点到九点");
            assertThat(company.says("lilei", "要涨价吗")).isEmpty();
            assertThat(company.await(entry -> entry.outcome().equals("watched")).text()).isEqualTo("没有的事");
            assertThat(company.outbox()).noneMatch(entry -> entry.outcome().equals("sent"));
        }
    }

    @Test
    void aQuestionsDraftGoesToWhoeverIsInChargeOfItAndOthersToTheOwner() throws IOException, InterruptedException {
        try (Company company = new Company(folder, "mode: draft\n", "faq: { file: faq/test.yaml }\n")) {
            company.says("lilei", "发票怎么开");
            company.says("lilei", "断网了还能收银吗");

            assertThat(company.awaitDraft("fang.hui").text()).isEqualTo("在订单里。");
            assertThat(company.awaitDraft("zhou.min").text()).isEqualTo("能,会自动转离线。");
            assertThat(company.wecom.received("/cgi-bin/message/send")).hasSize(2);
        }
    }

    @Test
    void aDraftThatNobodyTakesGoesToTheNextAndEndsThere() throws IOException, InterruptedException {
        try (Company company = new Company(folder, """
                mode: draft
                speak: { draft: { to: owner, expires: 1s, next: backup } }
                """, RULES)) {
            company.says("lilei", "地址在哪");
            company.await(entry -> entry.kind().equals("draft") && entry.to().equals("xu.jia"));
            company.await(entry -> entry.to().equals("xu.jia") && entry.outcome().equals("expired"));

            assertThat(company.wecom.received("/cgi-bin/message/send")).extracting(each -> each.json().get("touser")
                    .getAsString()).containsExactly("zhou.min", "xu.jia");
            assertThat(company.outbox()).noneMatch(entry -> entry.outcome().equals("sent"));
        }
    }

    @Test
    void aColleaguesOwnAnswerWithdrawsTheDraft() throws IOException, InterruptedException {
        try (Company company = new Company(folder, "mode: draft\n", RULES)) {
            company.says("lilei", "地址在哪");
            company.awaitDraft("zhou.min");
            company.says("xu.jia", "在人民路,到了给我打电话");

            List<Worklist.Item> open = company.afterwards(offline -> offline.worklist().items(""));
            assertThat(open).isEmpty();
            assertThat(judged(company)).containsExactly(new Stats.Judged("reply/usual", 0, 0, 0, 1));
        }
    }

    @Test
    void whatAWatchingProfileWouldHaveSaidIsMarkedAndCounted() throws IOException, InterruptedException {
        try (Company company = new Company(folder, "mode: watch\n", RULES)) {
            assertThat(company.says("lilei", "地址在哪")).isEmpty();
            assertThat(company.says("lilei", "营业时间?")).isEmpty();
            company.await(entry -> entry.text().equals("九点到九点"));
            assertThat(company.outbox()).extracting(Postbox.Entry::outcome).containsOnly("watched");

            List<Worklist.Item> sheet = company.afterwards(offline -> offline.worklist().watched("", Instant.EPOCH));
            List<Long> ids = sheet.stream().map(Worklist.Item::id).toList();
            company.afterwards(offline -> offline.worklist().judge(ids.getFirst(), Verdict.USED, "", ""));
            company.afterwards(offline -> offline.worklist().judge(ids.getLast(), Verdict.CHANGED, "", "九点到十点"));
            assertThat(judged(company)).containsExactlyInAnyOrder(new Stats.Judged("reply/usual", 1, 0, 0, 0),
                    new Stats.Judged("reply/bold", 0, 1, 0, 0));
            assertThat(company.wecom.received("/cgi-bin/message/send")).isEmpty();
        }
    }
}
