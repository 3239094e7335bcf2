package io.qunbot.plugins.simulated;

import io.qunbot.chat.ChatKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Silences whose reason is known by construction. The simulation begins on Thursday 2026-12-03 at nine. */
final class Silences {

    static final String FAQ = """
            faq: test
            owner: 运营
            questions:
              - id: offline
                ask: [断网了还能收银吗, 没网的时候能不能点单]
                not: [断网以后怎么报修网络]
                say: "能,会自动转离线。"
              - id: staff-only
                ask: [后台怎么导出营业报表]
                role: staff
                say: "在报表里导出。"
              - id: over
                ask: [国庆节营业到几点]
                until: "2026-10-08"
                say: "到晚上十点。"
              - id: unwritten
                ask: [会员积分怎么兑换礼品]
                say: "【待填写】"
            """;

    private static final String INVOICE = """
            rules:
              - id: invoice
                when: { any: [开发票] }
                say: "在订单里申请。"
            """;
    private static final String CATALOGUE = "faq: { file: faq/test.yaml, quiet_after: 2m }\n";

    private Silences() {}

    static List<Silence> all() {
        return Stream.of(conditions(), limits(), others(), messages(), catalogue()).flatMap(List::stream).toList();
    }

    private static Silence rule(String name, String condition, String text) {
        return Silence.of(name, """
                rules:
                  - id: invoice
                    when: { %s }
                    say: "在订单里申请。"
                """.formatted(condition), text);
    }

    private static Silence limited(String name, String limit, String text) {
        return Silence.of(name, INVOICE + "    " + limit + "\n", text);
    }

    private static List<Silence> conditions() {
        return List.of(
                rule("a word of none", "any: [开发票], none: [给顾客]", "怎么给顾客开发票")
                        .because("出现了“给顾客”", "id: invoice", "none:"),
                rule("turned down", "any: [开发票]", "不用开发票了").because("说的是“不用开发票”,不是要它", "id: invoice", ""),
                rule("no question", "any: [开发票], ask: true", "昨天开发票了").because("不像提问", "id: invoice", "ask: true"),
                rule("only when mentioned", "any: [开发票], mention: true", "怎么开发票")
                        .because("没有 @ 机器人", "id: invoice", "mention: true"),
                rule("another role", "any: [开发票], role: owner", "怎么开发票").because("说话的人不是 owner", "id: invoice",
                        "role:"),
                rule("no tag", "any: [开发票], tag: [老客户]", "怎么开发票").because("没有标签 老客户", "id: invoice", "tag:"),
                rule("another time", "any: [开发票], time: [\"18:00-21:00\"]", "怎么开发票")
                        .because("只在 18:00-21:00,现在是 Thu 09:00", "id: invoice", "time:"),
                rule("one of all is missing", "all: [合同, 续费]", "合同在哪里看").because("有“合同”,缺“续费”", "id: invoice", "all:"),
                rule("none of any is there", "all: [续费], any: [多少钱, 流程]", "我要续费")
                        .because("还要有其中一个:多少钱、流程", "id: invoice", "any:"),
                rule("not the whole message", "is: [资料]", "资料在哪里拿").because("要整句就是它", "id: invoice", "is:"),
                rule("the pattern does not match", "regex: 'BUG-\\d{3,6}'", "BUG-12 怎么样了")
                        .because("正则没有对上", "id: invoice", "regex:"),
                rule("only its sound", "any: [开发票]", "怎么开发漂").because("写上 homophone: true 才算", "id: invoice", "any:"),
                rule("nothing at all", "any: [开发票]", "今天天气不错").because("没有规则对上", "", ""));
    }

    private static List<Silence> limits() {
        Duration tenSeconds = Duration.ofSeconds(10);
        return List.of(
                limited("over", "until: \"2026-11-30\"", "怎么开发票").because("到 2026-11-30 为止,今天是 2026-12-03",
                        "id: invoice", "until:"),
                limited("not yet", "from: \"2027-01-01\"", "怎么开发票").because("从 2027-01-01 开始", "id: invoice", "from:"),
                limited("another kind of chat", "in: [direct]", "怎么开发票").because("只在 direct,这里是 internal",
                        "id: invoice", "in: ["),
                limited("its own cooldown", "cooldown: 2m", "怎么开发票")
                        .after(chat -> chat.says("韩梅梅", "开发票").expects("在订单里申请。").waits(tenSeconds))
                        .because("还要 110 秒,到 09:02:00", "id: invoice", "cooldown: 2m"),
                Silence.of("the cooldown of all rules", "cooldown: 1m\n" + INVOICE, "怎么开发票")
                        .after(chat -> chat.says("韩梅梅", "开发票").expects("在订单里申请。").waits(tenSeconds))
                        .because("还要 50 秒,到 09:01:00", "id: invoice", "cooldown: 1m"),
                limited("called wrong", "cooldown: 0s", "怎么开发票")
                        .after(chat -> chat.says("韩梅梅", "怎么开发票").expects("在订单里申请。").says("zhou.min", "!wrong"))
                        .because("同事说过这样答不对", "id: invoice", ""),
                limited("waiting for a colleague", "wait: 60s", "怎么开发票").because("等同事 60 秒", "id: invoice",
                        "wait: 60s"));
    }

    private static List<Silence> others() {
        return List.of(
                Silence.of("an earlier rule stops", """
                        rules:
                          - id: contract
                            when: { all: [开发票, 合同] }
                            then: stop
                          - id: invoice
                            when: { any: [开发票] }
                            say: "在订单里申请。"
                        """, "合同怎么开发票").because("没有 say,不说话,而且 then: stop", "id: contract", ""),
                Silence.of("a longer keyword goes first", """
                        rules:
                          - id: invoice
                            when: { any: [发票] }
                            say: "在订单里申请。"
                          - id: guest
                            when: { any: [给客人开发票] }
                            then: stop
                        """, "怎么给客人开发票").because("命中“给客人开发票”", "id: guest", ""),
                Silence.of("a higher priority goes first", """
                        rules:
                          - id: invoice
                            when: { any: [开发票] }
                            say: "在订单里申请。"
                          - id: quiet
                            when: { any: [发票] }
                            then: stop
                            priority: 9
                        """, "怎么开发票").because("命中“发票”", "id: quiet", ""));
    }

    private static List<Silence> messages() {
        return List.of(
                Silence.of("a colleague speaks", "from: [member]\n" + INVOICE, "怎么开发票").by("zhou.min")
                        .because("同事说的话不触发", "id: invoice", "from:"),
                Silence.of("too long", "longest: 20\n" + INVOICE, "我昨天在店里买了一大堆东西想问一下到底怎么样才能开发票")
                        .because("超过 20 个字", "id: invoice", "longest:"),
                Silence.of("a sign-up chain", "ignore: [接龙]\n" + INVOICE, "#接龙 开发票的请报名")
                        .because("这类消息不算提问", "id: invoice", "ignore:"),
                Silence.of("only stickers", INVOICE, "[微笑][微笑]").because("这类消息不算提问", "", ""),
                Silence.of("one character", CATALOGUE + INVOICE, "啊").because("没有规则对上", "", "").after(chat -> chat)
                        .because("去掉客套只剩一个字", "", ""));
    }

    private static List<Silence> catalogue() {
        return List.of(
                Silence.of("not sure enough", "faq: { file: faq/test.yaml, answer: 0.99, offer: off }\n", "没网可以点单不")
                        .because("不到 0.99(answer)", "id: offline", "answer: 0.99"),
                Silence.of("far from everything", CATALOGUE, "会议室在几楼呀?").because("都不到", "", ""),
                Silence.of("excluded by not", CATALOGUE, "断网以后怎么报修网络").because("更像它的 not 里的问法", "id: offline", "not:"),
                Silence.of("for staff only", CATALOGUE, "后台怎么导出营业报表").because("只答 staff(role)", "id: staff-only",
                        "role: staff"),
                Silence.of("over in the catalogue", CATALOGUE, "国庆节营业到几点").because("到 2026-10-08 为止", "id: over", ""),
                Silence.of("not written yet", CATALOGUE, "会员积分怎么兑换礼品").because("答案还没有写", "id: unwritten", "【待填写】"),
                Silence.of("nobody asks", "faq: { file: faq/test.yaml, answer: 0.1, offer: off }\n", "昨天断网了还能收银")
                        .because("不像提问,也没有 @ 机器人", "id: offline", ""),
                Silence.of("a colleague is there", CATALOGUE, "断网了还能收银吗")
                        .after(chat -> chat.says("zhou.min", "大家好").waits(Duration.ofSeconds(30)))
                        .because("zhou.min 30 秒前说的", "id: offline", "quiet_after:"),
                Silence.of("answered a moment ago", "cooldown: 5m\n" + CATALOGUE, "没网的时候能不能点单")
                        .after(chat -> chat.says("韩梅梅", "断网了还能收银吗").expects("能,*").waits(Duration.ofMinutes(1)))
                        .because("还要 240 秒", "id: offline", "cooldown: 5m"));
    }

    static Silence direct() {
        return limited("not one-to-one", "in: [internal]", "怎么开发票").in(ChatKind.DIRECT)
                .because("只在 internal,这里是 direct", "id: invoice", "in: [");
    }
}
