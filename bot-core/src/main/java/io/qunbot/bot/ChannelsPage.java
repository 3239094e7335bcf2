package io.qunbot.bot;

import io.qunbot.chat.Budget;
import io.qunbot.chat.Capabilities;
import io.qunbot.chat.Capabilities.Speaking;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Dialect;
import io.qunbot.chat.Format;
import io.qunbot.chat.Mark;
import io.qunbot.chat.Medium;
import io.qunbot.chat.Phrase;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/channels.md: what each kind of channel can do, made from the very facts by which the bot acts. */
public final class ChannelsPage {

    private static final String INTRODUCTION = """
            # 通道做得到什么 / What channels can do

            <!-- 由 ./qunbot schema --channels 生成,请不要手改 / made by ./qunbot schema --channels: do not edit -->

            企业微信在不同的群里允许的事不一样,机器人只做允许的事。这一页从程序里生成:路由、`check`、`explain` 用的是同一张表。

            """;

    private static final String REMARKS_ZH = """

            - **客户群里没有机器人**:企业微信不让机器人进客户群。进群、退群、改名通过自建应用知道;成员说的话只有会话存档
              (`kind: wecom-archive`)听得到;要说的话变成草稿(`speak: { customer: draft }`)或群发任务(`broadcast: task`),由同事发出或确认。
              每个客户群每月收到的群发有上限(最多当月天数条)。
            - **只有 @ 它的**:内部群里没有 @ 机器人的话,企业微信不会发给它;规则里写 `mention: true`,写的就和实际一样。
            - **长连接先要有人说过话**:会话里有人和它说过话以后,它才能在那里主动说。
            - **群机器人的回调**是企业微信的内测功能;一个 webhook 只属于一个群。自建应用只能在它自己建的内部群里说话。
            - **发不了的形式**变成最近的一种:不显示的 markdown 变成普通文字(群机器人自动选 `markdown` 或 `markdown_v2`),链接变成文字和网址,
              太大或不是 png、jpg 的图片当作文件发;草稿会写明要一并发送哪个文件。
            - 做不到的规则,`./qunbot check` 会用 R341 到 R354 指出来:哪一行、怎么办,见 [problems.md](problems.md)。

            """;

    private static final String REMARKS_EN = """

            - **No bot is in a customer group**: WeCom lets none in. An app is told who joins and leaves and of new names;
              what members say is only in the session archive (`kind: wecom-archive`); words become a draft
              (`speak: { customer: draft }`) or a task (`broadcast: task`) that a colleague sends or confirms. WeCom caps such
              tasks a month and group, at most one for each of its days.
            - **Only with @**: WeCom sends a bot nothing else of an internal group; with `mention: true` a rule says what happens.
            - **The long connection** speaks first only where somebody has spoken to it before.
            - **A group robot's callbacks** are a beta of WeCom's, and one webhook belongs to one group. An app speaks only in
              internal groups that it created.
            - **What a channel cannot send** becomes the nearest form: markdown that is not rendered becomes plain words (a group
              robot takes whichever of its two dialects loses least), a link becomes words and an address, a picture that is too
              large or no PNG or JPG goes as a file; a draft says which file to send with it.
            - What rules ask of a channel in vain, `./qunbot check` tells with R341 to R354, the line and the way out: see
              [problems.md](problems.md).
            """;

    private final Function<Phrase, String> language;
    private final boolean chinese;

    private ChannelsPage(boolean chinese) {
        this.chinese = chinese;
        this.language = chinese ? Phrase::zh : Phrase::en;
    }

    /** The page, in Markdown. */
    public static String text() {
        return INTRODUCTION + "## 中文\n\n" + new ChannelsPage(true).tables() + REMARKS_ZH
                + "## English\n\nWeCom allows other things in other groups, and the bot does what is allowed. This page is"
                + " made from the program:\nrouting, `check` and `explain` go by the same facts.\n\n"
                + new ChannelsPage(false).tables() + REMARKS_EN;
    }

    private String tables() {
        String doing = Arrays.stream(ChatKind.values()).flatMap(kind -> media(kind).map(this::doing))
                .collect(Collectors.joining());
        String looks = Arrays.stream(ChatKind.values()).flatMap(kind -> media(kind).map(this::looks))
                .collect(Collectors.joining());
        String limits = Arrays.stream(Medium.values()).map(this::limits).collect(Collectors.joining());
        return table(List.of(say("在哪里", "where"), say("通道", "channel"), say("听得到的消息", "messages heard"),
                say("还知道什么", "events"), say("回答", "answers"), say("主动说话", "speaks first")), doing)
                + "\n" + table(List.of(say("在哪里", "where"), say("通道", "channel"), say("一条文字(字节)", "a text (bytes)"),
                        say("一条 markdown(字节)", "a markdown (bytes)"), say("能发什么", "what can be sent"),
                        say("图片、文件(MB)", "pictures, files (MB)")), looks)
                + "\n" + table(List.of("markdown", say("显示什么", "what is rendered")), dialects())
                + "\n" + table(List.of(say("通道", "channel"), say("主动说话要配置", "to speak first it takes"),
                        say("最多", "at most")), limits);
    }

    /** Customer groups have no channel but the app. */
    private static Stream<Capabilities> media(ChatKind kind) {
        return Arrays.stream(Medium.values()).map(medium -> Capabilities.of(medium, kind))
                .filter(can -> !can.isDeaf() || can.first() != Speaking.NOT);
    }

    private String doing(Capabilities can) {
        String events = can.events().stream().map(event -> language.apply(event.words()))
                .collect(Collectors.joining(say("、", ", ")));
        return row(List.of(place(can.chat()), name(can.medium()), language.apply(can.hearing().words()),
                events.isEmpty() ? "-" : events, language.apply(can.answers().words()),
                language.apply(can.first().words())));
    }

    private String looks(Capabilities can) {
        Format format = can.format();
        return row(List.of(place(can.chat()), name(can.medium()), number(format.textBytes()),
                format.markdownBytes() == 0 ? "-" : number(format.markdownBytes()),
                format.kinds().stream().map(kind -> language.apply(kind.words()))
                        .collect(Collectors.joining(say("、", ", "))),
                sizes(format.sizes())));
    }

    private static String sizes(Format.Sizes sizes) {
        return sizes.file() == 0 ? "-" : (sizes.image() >> 20) + ", " + (sizes.file() >> 20);
    }

    /** What isn't rendered is said in words. */
    private String dialects() {
        return Arrays.stream(Dialect.values()).map(dialect -> row(List.of(name(dialect), Arrays.stream(Mark.values())
                .filter(dialect.marks()::contains).map(mark -> language.apply(mark.words()))
                .collect(Collectors.joining(say("、", ", ")))))).collect(Collectors.joining());
    }

    private String name(Dialect dialect) {
        return switch (dialect) {
            case ROBOT -> say("群机器人 `markdown`", "group robot `markdown`");
            case ROBOT_V2 -> say("群机器人 `markdown_v2`", "group robot `markdown_v2`");
            case APP -> say("自建应用", "self-built app");
            case AIBOT -> say("智能机器人", "intelligent robot");
        };
    }

    private String limits(Medium medium) {
        return row(List.of(name(medium), language.apply(medium.need()),
                medium.budgets().stream().map(this::budget).collect(Collectors.joining(say(";", "; ")))));
    }

    private String budget(Budget budget) {
        boolean minutes = budget.within().compareTo(Duration.ofHours(1)) < 0;
        return chinese
                ? budget.per().words().zh() + "每" + (minutes ? "分钟 " : "小时 ") + number(budget.most()) + " 条"
                : number(budget.most()) + " a" + (minutes ? " minute, " : "n hour, ") + budget.per().words().en();
    }

    private static String number(int value) {
        return "%,d".formatted(value);
    }

    private String place(ChatKind kind) {
        return switch (kind) {
            case INTERNAL -> say("内部群", "internal group");
            case CUSTOMER -> say("客户群", "customer group");
            case DIRECT -> say("一对一", "one-to-one");
            case PRIVATE -> say("成员之间一对一", "two people");
        };
    }

    private String name(Medium medium) {
        String kind = switch (medium) {
            case LINE, AIBOT -> "wecom-aibot";
            case ROBOT -> "wecom-robot";
            case APP -> "wecom-app";
            case ARCHIVE -> "wecom-archive";
        };
        return language.apply(medium.words()) + " `" + kind + "`";
    }

    private String say(String zh, String en) {
        return chinese ? zh : en;
    }

    private static String table(List<String> heads, String rows) {
        return row(heads) + "|" + "---|".repeat(heads.size()) + "\n" + rows;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
