package io.qunbot.plugins.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.campaign.CampaignDesk;
import io.qunbot.bot.campaign.Outlook;
import io.qunbot.bot.campaign.Progress;
import io.qunbot.simulation.standin.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns against WeCom's stand-in; it is Monday, 2026-12-07, eight o'clock in Shanghai, and Wednesday is the 9th. */
@Timeout(60)
class CampaignsTest {

    private static final String WEDNESDAY = "- { id: 回访, to: 多店意向, at: { every: 周三, time: \"10:30\" },"
            + " say: \"几家店一张报表的做法整理好了:{{资料}}\" }";

    @TempDir
    private Path folder;

    private Workshop shop(String campaigns) {
        return new Workshop(folder, campaigns);
    }

    @Test
    void eachColleagueIsAskedOnceForTheirCustomersAndOnlyWhatWecomSaysCountsAsSent() {
        try (Workshop shop = shop(WEDNESDAY)) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.customer("wm2", "lisi", "多门店", "问价");
            shop.customer("wm3", "zhou.min", "多门店", "问价");
            shop.customer("wm4", "lisi", "多门店");
            shop.customer("wm5", "lisi", "多门店", "问价", "退订");
            shop.person("wm6", "多门店", "问价");
            shop.until("2026-12-09T02:29:00Z");
            assertThat(shop.asked()).isEmpty();

            shop.until("2026-12-09T02:31:00Z");
            assertThat(shop.asked()).containsExactly("lisi:wm1,wm2", "zhou.min:wm3");
            assertThat(shop.wecom().received(Workshop.ADD).getFirst().json().getAsJsonObject("text").get("content")
                    .getAsString()).isEqualTo("几家店一张报表的做法整理好了:https://www.example.com/library");
            assertThat(shop.states()).isEqualTo(Map.of("QUEUED", 3, "DROPPED", 1));
            Progress run = Progress.newest(shop.store(), shop.book(), "回访").getFirst();
            assertThat(run.members()).isEqualTo(5);
            assertThat(run.omitted()).isEqualTo(Map.of("退订了 (opted out)", 1));
            assertThat(run.reasons()).isEqualTo(
                    Map.of("没有同事加过,联系不上 (no colleague has added them: not reachable)", 1));

            shop.wecom().full("wm2");
            shop.wecom().confirm("msgGCAAAXtWyujaWJHDDGi0mAAA1");
            shop.until("2026-12-09T02:41:00Z");
            assertThat(shop.states()).isEqualTo(Map.of("QUEUED", 1, "SENT", 1, "FAILED", 1, "DROPPED", 1));
        }
    }

    @Test
    void nobodyGetsItTwiceAndWhoComesLaterGetsItTheNextTime() {
        try (Workshop shop = shop(WEDNESDAY)) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.until("2026-12-10T00:00:00Z");
            shop.wecom().confirm("msgGCAAAXtWyujaWJHDDGi0mAAA1");
            shop.customer("wm2", "lisi", "多门店", "问价");
            shop.until("2026-12-17T00:00:00Z");
            assertThat(shop.asked()).containsExactly("lisi:wm1", "lisi:wm2");
        }
    }

    @Test
    void whatNobodyConfirmsIsRemindedOfAndTakenBackAndMayBeSentTheNextTime() {
        try (Workshop shop = shop(WEDNESDAY)) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.until("2026-12-11T03:00:00Z");
            assertThat(shop.wecom().received("/cgi-bin/externalcontact/remind_groupmsg_send")).hasSize(3);
            assertThat(shop.wecom().received("/cgi-bin/externalcontact/cancel_groupmsg_send")).hasSize(1);
            assertThat(shop.states()).isEqualTo(Map.of("EXPIRED", 1));
            shop.until("2026-12-16T03:00:00Z");
            assertThat(shop.asked()).containsExactly("lisi:wm1", "lisi:wm1");
        }
    }

    @Test
    void anAnswerThatWasLostIsLookedForAndNobodyIsAskedTwice() {
        try (Workshop shop = shop(WEDNESDAY)) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.customer("wm2", "zhou.min", "多门店", "问价");
            shop.wecom().next(Workshop.ADD, new Fault.Reset());
            shop.until("2026-12-09T02:40:00Z");
            assertThat(shop.asked()).containsExactly("lisi:wm1", "zhou.min:wm2");
            assertThat(shop.states()).isEqualTo(Map.of("QUEUED", 2));
            shop.wecom().confirm("msgGCAAAXtWyujaWJHDDGi0mAAA1");
            shop.until("2026-12-09T03:00:00Z");
            assertThat(shop.states()).isEqualTo(Map.of("QUEUED", 1, "SENT", 1));
        }
    }

    @Test
    void whatNeverArrivedIsAskedForOnceMoreAlsoAfterARestart() {
        try (Workshop shop = shop(WEDNESDAY)) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.wecom().next(Workshop.ADD, new Fault.Other(502, "bad gateway"));
            shop.until("2026-12-09T02:30:00Z");
            shop.restarts();
            shop.until("2026-12-09T02:40:00Z");
            assertThat(shop.asked()).containsExactly("lisi:wm1", "lisi:wm1");
            assertThat(shop.states()).isEqualTo(Map.of("QUEUED", 1));
            shop.restarts();
            shop.until("2026-12-10T02:40:00Z");
            assertThat(shop.asked()).hasSize(2);
        }
    }

    @Test
    void whoLeftTheSegmentWhileWecomTookNothingGetsNothing() {
        try (Workshop shop = shop(WEDNESDAY)) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.customer("wm2", "lisi", "多门店", "问价");
            shop.customer("wm3", "lisi", "多门店", "问价");
            shop.wecom().next(Workshop.ADD, Fault.code(45009));
            shop.until("2026-12-09T02:30:00Z");
            shop.person("wm2", "多门店");
            shop.person("wm3", "多门店", "问价", "退订");
            shop.until("2026-12-09T02:40:00Z");
            assertThat(shop.asked()).containsExactly("lisi:wm1,wm2,wm3", "lisi:wm1");
            assertThat(shop.states()).isEqualTo(Map.of("QUEUED", 1, "DROPPED", 2));
        }
    }

    @Test
    void aTimeThatWasSleptThroughIsMadeUpForWithinADayAndNotLater() {
        try (Workshop shop = shop(WEDNESDAY)) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.until("2026-12-08T00:00:00Z");
            shop.restarts();
            shop.clockAt("2026-12-10T01:00:00Z");
            shop.until("2026-12-10T01:01:00Z");
            assertThat(shop.asked()).hasSize(1);
            shop.customer("wm2", "lisi", "多门店", "问价");
            shop.clockAt("2026-12-18T01:00:00Z");
            shop.until("2026-12-18T01:01:00Z");
            assertThat(shop.asked()).hasSize(1);
        }
    }

    @Test
    void quietHoursAreWaitedFor() {
        try (Workshop shop = shop("- { id: 夜, to: 多店意向, at: { date: 2026-12-09, time: \"22:00\" }, say: 晚上好 }")) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.until("2026-12-09T23:59:00Z");
            assertThat(shop.asked()).isEmpty();
            shop.until("2026-12-10T00:01:00Z");
            assertThat(shop.asked()).containsExactly("lisi:wm1");
        }
    }

    @Test
    void nobodyGetsMoreThanTheBudget() {
        try (Workshop shop = shop("""
                limit: 1/30d
                list:
                  - { id: 甲, to: 多店意向, at: { date: 2026-12-09, time: "10:00" }, say: 甲 }
                  - { id: 乙, to: 多店意向, at: { date: 2026-12-10, time: "10:00" }, say: 乙 }
                """)) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.until("2026-12-11T00:00:00Z");
            assertThat(shop.asked()).hasSize(1);
            assertThat(Progress.newest(shop.store(), shop.book(), "乙").getFirst().omitted())
                    .isEqualTo(Map.of("这段时间收够了(limit) (had enough of them in this time)", 1));
        }
    }

    @Test
    void againLetsSomebodyHaveItOnceMoreAfterItsTime() {
        try (Workshop shop = shop("- { id: 周报, to: 多店意向, at: { every: 周三, time: \"10:30\" }, again: 10d, say: 周报 }")) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.until("2026-12-09T03:00:00Z");
            shop.wecom().confirm("msgGCAAAXtWyujaWJHDDGi0mAAA1");
            shop.until("2026-12-17T00:00:00Z");
            assertThat(shop.asked()).hasSize(1);
            shop.until("2026-12-24T00:00:00Z");
            assertThat(shop.asked()).hasSize(2);
        }
    }

    @Test
    void watchOnlyRecordsTheList() {
        try (Workshop shop = shop(
                "- { id: 看, to: 多店意向, at: { date: 2026-12-09, time: \"10:00\" }, say: 看, mode: watch }")) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.until("2026-12-11T00:00:00Z");
            assertThat(shop.asked()).isEmpty();
            assertThat(shop.states()).isEqualTo(Map.of("WATCHED", 1));
        }
    }

    @Test
    void membersOfTheCompanyHearItFromTheApp() {
        try (Workshop shop = shop(WEDNESDAY)) {
            shop.person("wang.wu", "多门店", "问价");
            shop.person("zhao.liu", "多门店", "问价");
            shop.person("lisi", "多门店", "问价");
            shop.wecom().member("wang.wu");
            shop.until("2026-12-10T00:00:00Z");
            assertThat(shop.wecom().received(Workshop.SAY)).singleElement().satisfies(request -> {
                assertThat(request.json().get("touser").getAsString().split("\\|", -1)).containsExactlyInAnyOrder(
                        "wang.wu", "zhao.liu");
                assertThat(request.json().get("enable_duplicate_check").getAsInt()).isEqualTo(1);
            });
            assertThat(shop.states()).isEqualTo(Map.of("SENT", 1, "FAILED", 1));
        }
    }

    @Test
    void pausedItIsSilentAndByHandItGoesAtOnce() {
        try (Workshop shop = shop(WEDNESDAY)) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.until("2026-12-08T02:00:00Z");
            assertThat(shop.desk().order(CampaignDesk.Order.PAUSE, "回访")).isEqualTo(1);
            shop.until("2026-12-10T02:00:00Z");
            assertThat(shop.asked()).isEmpty();
            shop.desk().order(CampaignDesk.Order.RUN, "回访");
            shop.restarts();
            shop.until("2026-12-10T02:01:00Z");
            assertThat(shop.asked()).hasSize(1);
            assertThat(shop.desk().stop("回访")).isEqualTo(1);
            assertThat(shop.states()).isEqualTo(Map.of("EXPIRED", 1));
            assertThat(shop.desk().order(CampaignDesk.Order.RUN, "没有")).isZero();
        }
    }

    @Test
    void aPreviewTellsWhoGetsItFromWhomAndWhoDoesNotAndWhy() {
        try (Workshop shop = shop(WEDNESDAY)) {
            shop.customer("wm1", "lisi", "多门店", "问价");
            shop.customer("wm2", "zhou.min", "多门店", "问价");
            shop.customer("wm3", "lisi", "多门店", "问价", "退订");
            shop.person("wm4", "多门店", "问价");
            Outlook outlook = shop.desk().preview("", "回访");
            assertThat(outlook.members()).isEqualTo(4);
            assertThat(outlook.next()).isEqualTo("2026-12-09T02:30:00Z");
            assertThat(outlook.senders()).extracting(Outlook.Sender::id).containsExactly("lisi", "zhou.min");
            assertThat(outlook.omitted().keySet()).containsExactlyInAnyOrder("退订了 (opted out)",
                    "没有同事加过,联系不上 (no colleague has added them: not reachable)");
            assertThat(shop.asked()).isEmpty();
        }
    }

    @Test
    void tenThousandAreOneTaskAndTheResultIsReadInPages() {
        try (Workshop shop = shop(WEDNESDAY)) {
            for (int number = 0; number < 10_001; number++) {
                shop.wecom().befriend("lisi", "wm" + number);
            }
            shop.people(10_001, List.of("多门店", "问价"));
            shop.until("2026-12-09T02:31:00Z");
            assertThat(shop.wecom().received(Workshop.ADD)).hasSize(2);
            shop.wecom().confirm("msgGCAAAXtWyujaWJHDDGi0mAAA1");
            shop.wecom().confirm("msgGCAAAXtWyujaWJHDDGi0mAAA2");
            shop.until("2026-12-09T02:40:00Z");
            assertThat(shop.states()).isEqualTo(Map.of("SENT", 10_001));
        }
    }
}
