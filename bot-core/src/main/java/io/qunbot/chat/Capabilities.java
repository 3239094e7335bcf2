package io.qunbot.chat;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What one kind of channel can do in one kind of conversation; {@link #of} has the facts.
 *
 * @param events what it tells beside messages
 * @param answers how it speaks when it was spoken to
 * @param first how it speaks when nobody asked, once it has what {@link Medium#need} says
 */
public record Capabilities(Medium medium, ChatKind chat, Hearing hearing, Set<Occurrence> events, Speaking answers,
        Speaking first, Format format) {

    /** What the bot says in customer groups, and who says it. */
    private static final Phrase NO_PLACE = new Phrase("客户群里没有机器人的位置:欢迎语请群主用企业微信的入群欢迎语,回答请同事发出",
            "no bot can be a member of a customer group: the owner's welcome template greets, a colleague answers");
    private static final Phrase UNHEARD_CUSTOMERS = new Phrase("客户群里成员说的话要靠会话存档(kind: wecom-archive 的通道),现在没有配置",
            "members of customer groups are heard through the session archive (a channel of kind: wecom-archive), which is not configured");

    /** Which messages it brings. */
    public enum Hearing {
        ALL("全部", "all"),
        ADDRESSED("只有 @ 它的", "only with @"),
        NONE("听不到", "none");

        private final String zh;
        private final String en;

        Hearing(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Phrase words() {
            return new Phrase(zh, en);
        }
    }

    /** What happens beside messages. */
    public enum Occurrence {
        JOINED("进群", "join"),
        LEFT("退群", "leave"),
        RENAMED("改名", "rename"),
        ADDED("被拉进群、移出群", "added, removed"),
        CLICKED("点按钮", "click"),
        ENTERED("打开会话", "enter");

        private final String zh;
        private final String en;

        Occurrence(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Phrase words() {
            return new Phrase(zh, en);
        }
    }

    /** How words get to the members. */
    public enum Speaking {
        AT_ONCE("马上", "at once"),
        /** Once, for an hour after somebody spoke to it. */
        WITHIN_THE_HOUR("被问到后一小时内一次", "once, within an hour of being asked"),
        WITH_CONFIRMATION("群发任务,群主确认后发出", "a task that the owner confirms"),
        BY_DRAFT("草稿,由同事发出", "a draft that a colleague sends"),
        NOT("不能", "not");

        private final String zh;
        private final String en;

        Speaking(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Phrase words() {
            return new Phrase(zh, en);
        }
    }

    public Capabilities {
        events = events.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(events));
    }

    /** The facts about a kind of channel in a kind of conversation. */
    public static Capabilities of(Medium medium, ChatKind chat) {
        return Facts.of(medium, chat);
    }

    /** What can be done in customer groups at all: an app does it. */
    public static Capabilities ofCustomers() {
        return of(Medium.APP, ChatKind.CUSTOMER);
    }

    /** Bytes of UTF-8 in one text message. */
    public int textBytes() {
        return format.textBytes();
    }

    /** Bytes of UTF-8 in one message of markdown; 0 where there is none. */
    public int markdownBytes() {
        return format.markdownBytes();
    }

    /** Whether nothing at all comes from there. */
    public boolean isDeaf() {
        return hearing == Hearing.NONE && events.isEmpty();
    }

    /** Why a message is not heard; empty when it is. */
    public Optional<Phrase> unheard(String channel, boolean mentioned) {
        return switch (hearing) {
            case ALL -> Optional.empty();
            case ADDRESSED -> mentioned
                    ? Optional.empty()
                    : Optional.of(new Phrase("通道 " + channel + " 在群里只收到 @ 机器人的话",
                            "channel " + channel + " brings only what is said to the bot (@)"));
            case NONE -> Optional.of(chat == ChatKind.CUSTOMER
                    ? UNHEARD_CUSTOMERS
                    : new Phrase(
                            "自建应用只收到一对一的话,听不到群里的;换成智能机器人或群机器人的通道",
                            "an app hears one-to-one messages only; take a robot's channel for groups"));
        };
    }

    /** Why nothing can be said there without a person or without being asked; empty when it can. */
    public Optional<Phrase> unspoken() {
        if (chat == ChatKind.CUSTOMER) {
            return Optional.of(NO_PLACE);
        }
        if (medium == Medium.ARCHIVE) {
            return Optional.of(new Phrase("会话存档只听不说:要说话,给这个群加智能机器人或群机器人的通道",
                    "the archive only hears: to speak there, give the group a robot of either kind"));
        }
        return first == Speaking.NOT
                ? Optional.of(new Phrase(medium.words().zh() + "在一对一会话里只能在回调里回答",
                        "a " + medium.words().en() + " only answers callbacks in one-to-one conversations"))
                : Optional.empty();
    }

    /** What a channel lacks that can only answer. */
    public static Phrase lacking(String channel, Optional<Medium> medium) {
        Phrase need = medium.map(Medium::need).orElse(new Phrase("webhook(群机器人)或 secret(自建应用),或者用长连接",
                "a webhook (group robot) or secret (app), or the long connection"));
        return new Phrase("通道 " + channel + " 只能在回调里回答,不能主动说话:要配置 " + need.zh(),
                "channel " + channel + " only answers callbacks; to speak first it takes " + need.en());
    }
}
