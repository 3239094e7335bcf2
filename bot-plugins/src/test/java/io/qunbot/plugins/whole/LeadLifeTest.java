package io.qunbot.plugins.whole;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.qunbot.bot.Funnel;
import io.qunbot.bot.Leads;
import io.qunbot.bot.SourceReport;
import io.qunbot.bot.desk.Marking;
import io.qunbot.bot.desk.Worklist;
import io.qunbot.chat.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lead from the first point to the deal, through the running bot; it begins on Thursday, 2026-12-03, at ten. */
@Timeout(120)
class LeadLifeTest {

    private static final String NURTURE = """
            profile: nurture
            goal: 认识客户
            value: [放心]
            groups: [{ rest: true }]
            staff: { owner: zhou.min, 顾问: [chen.yu, luo.qi], manager: lin }
            plugins:
              lifecycle:
                stages: [新加, 有意向, 已成交]
                move:
                  - { to: 有意向, when: { tag: 问过费用 }, invite: { to: conversion, way: 培育到试用, who: owner } }
                  - { to: 已成交, when: { deal: won } }
              leads:
                score: { 问过费用: 20 }
                qualified: { score: 50, evidence: 3 }
                hand: { who: 顾问, within: 1d, return: [时机未到, 不是目标客户] }
                decay: { after: 30d, by: 10 }
              reply:
                rules:
                  - { id: intro, when: { any: [我是] }, score: 5 }
                  - { id: price, when: { any: [多少钱] }, tag: 问过费用 }
                  - { id: demo, when: { any: [能不能试用] }, score: 30 }
                  - { id: shops, when: { any: [第二家店] }, score: 15 }
            """;
    private static final String CONVERSION = """
            profile: conversion
            goal: 试用
            value: [放心]
            groups: [{ id: wrTrial }]
            staff: { owner: zhou.min }
            plugins:
              reply: { rules: [{ id: trial, when: { any: [试用多久] }, say: 十四天 }] }
            """;
    private static final String DEAL = """
            {"id":"crm-7","member":"lilei","result":"won","amount":3600,"reason":"三家店"}""";

    @TempDir
    private Path folder;
    private LeadHouse house;

    @BeforeEach
    void open() throws IOException {
        house = new LeadHouse(folder, Instant.parse("2026-12-03T02:00:00Z"), NURTURE, CONVERSION);
    }

    @AfterEach
    void close() throws IOException {
        house.close();
    }

    @Test
    void isEarnedHandedOverPassedOnReturnedHandedOverAgainAcceptedAndSoldOnce() throws Exception {
        invited();
        JsonObject first = handedOver();
        JsonObject second = passedOn(first);
        returned(second);
        accepted();
        sold();
        figures();
    }

    @Test
    void anOperatorAnswersForAColleague() throws Exception {
        house.says("wr1", "lilei", "我是李雷,多少钱,能不能试用");
        house.says("wr1", "lilei", "多少钱");
        house.says("wr1", "lilei", "能不能试用");
        house.card("chen.yu");

        Worklist.Item item = house.<List<Worklist.Item>>afterwards(offline -> offline.worklist().items("")).stream()
                .filter(each -> each.kind().equals("lead")).findFirst().orElseThrow();
        assertThat(item.who()).containsExactly("chen.yu");
        assertThat(house.<Marking.Outcome>afterwards(
                offline -> offline.marking().mark(item.id(), Verdict.TAKEN, "luo.qi", "")))
                .isEqualTo(Marking.Outcome.NOT_THEIRS);
        assertThat(house.<Marking.Outcome>afterwards(
                offline -> offline.marking().mark(item.id(), Verdict.RETURNED, "", "时机未到")))
                .isEqualTo(Marking.Outcome.LATER);

        house.restarts();
        house.gets("chen.yu", "退回(时机未到)");
        assertThat(house.<Leads.Sheet>afterwards(offline -> offline.leads("", false, 1)).items())
                .extracting(Leads.Item::state).containsExactly("returned");
        assertThat(house.<Marking.Outcome>afterwards(
                offline -> offline.marking().mark(item.id(), Verdict.TAKEN, "", "")))
                .isEqualTo(Marking.Outcome.GONE);
    }

    /** The join way is made once, and its link goes to whoever invites. */
    private void invited() throws IOException, InterruptedException {
        house.next("/cgi-bin/externalcontact/groupchat/get_join_way", _ -> true);
        house.says("wr1", "lilei", "我是李雷,开奶茶店的");
        house.says("wr1", "lilei", "系统多少钱");
        house.gets("zhou.min", "把入群链接发给客户 http://127.0.0.1/way");
        house.joins("lilei", "培育到试用");
    }

    private JsonObject handedOver() throws IOException, InterruptedException {
        house.waits(ofDays(10));
        house.says("wr2", "lilei", "能不能试用");
        JsonObject card = house.card("chen.yu");
        assertThat(card.getAsJsonObject("main_title").get("title").getAsString()).endsWith("55 分");
        assertThat(card.get("sub_title_text").getAsString().lines()).hasSize(3)
                .anySatisfy(
                        line -> assertThat(line).startsWith("+20 问过费用:“").contains("系统多少钱").contains("(wr1 12-03 10:0"))
                .anySatisfy(line -> assertThat(line).startsWith("+30 reply/demo:“").contains("能不能试用"));
        assertThat(card.getAsJsonObject("quote_area").get("quote_text").getAsString()).contains("能不能试用");
        assertThat(keys(card)).containsExactly("taken", "returned:时机未到", "returned:不是目标客户");
        return card;
    }

    private static List<String> keys(JsonObject card) {
        return card.getAsJsonArray("button_list").asList().stream().map(JsonElement::getAsJsonObject)
                .map(button -> button.get("key").getAsString()).toList();
    }

    private JsonObject passedOn(JsonObject first) throws IOException, InterruptedException {
        house.waits(ofHours(25));
        JsonObject second = house.card("luo.qi");
        house.presses("chen.yu", "taken", first);
        assertThat(house.settled()).isEqualTo("已经过了答复时间");
        house.gets("chen.yu", "不在您手上了,轮到 luo.qi");
        return second;
    }

    private void returned(JsonObject card) throws IOException, InterruptedException {
        house.presses("luo.qi", "returned:时机未到", card);
        assertThat(house.settled()).isEqualTo("收到:退回(时机未到)");
        house.gets("luo.qi", "退回(时机未到)");
        house.presses("luo.qi", "taken", card);
        assertThat(house.settled()).isEqualTo("已经答复过:退回(时机未到)");
    }

    /** Of 55 points 10 go after a month, then 15 come. */
    private void accepted() throws IOException, InterruptedException {
        int cards = house.cards();
        house.waits(ofDays(31));
        while (points() > 45) {
            house.restarts(); // what was due meanwhile rings then
        }
        house.restarts();
        house.says("wr2", "lilei", "要开第二家店");
        JsonObject card = house.card("chen.yu");
        assertThat(card.getAsJsonObject("main_title").get("title").getAsString()).endsWith("60 分");
        house.presses("chen.yu", "taken", card);
        assertThat(house.settled()).isEqualTo("收到:接了");
        house.gets("chen.yu", "由您跟进");
        assertThat(house.cards()).isEqualTo(cards + 1);
    }

    private int points() throws IOException {
        return house.<Leads.Sheet>afterwards(offline -> offline.leads("", false, 1)).items().getFirst().points();
    }

    private void sold() throws Exception {
        assertThat(house.deals(DEAL, "another secret of some length")).isEqualTo(401);
        assertThat(house.deals(DEAL, LeadHouse.SECRET)).isEqualTo(200);
        assertThat(house.deals(DEAL, LeadHouse.SECRET)).isEqualTo(200);
    }

    private void figures() throws IOException {
        Leads.Sheet sheet = house.afterwards(offline -> offline.leads("nurture", false, 1));
        assertThat(sheet.items()).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo("won");
            assertThat(item.times()).isEqualTo(2);
            assertThat(item.stage()).isEqualTo("已成交");
        });
        assertThat(sheet.figures().all()).isEqualTo(new Leads.Share("", 2, 1, 1, 1, 0));
        assertThat(sheet.figures().reasons()).containsEntry("时机未到", 1L);
        assertThat(house.<List<Funnel.Edge>>afterwards(offline -> offline.funnel(1)))
                .containsExactly(new Funnel.Edge("nurture", "conversion", "培育到试用", 1, 1, 0));
        assertThat(house.<List<SourceReport.Source>>afterwards(offline -> offline.sources()))
                .contains(new SourceReport.Source("培育到试用", 1, 1, 1, new BigDecimal("3600")));
        assertThat(house.wecom.received("/cgi-bin/externalcontact/groupchat/add_join_way")).hasSize(1);
    }
}
