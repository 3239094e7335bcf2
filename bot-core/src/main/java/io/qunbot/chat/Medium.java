package io.qunbot.chat;

import io.qunbot.chat.Budget.Per;
import java.time.Duration;
import java.util.List;

/** What stands between the bot and a conversation: a kind of channel, and how it is connected. */
public enum Medium {
    /** An intelligent robot on its long connection: WeCom's document 101463. */
    LINE("智能机器人,长连接", "intelligent robot, long connection"),
    /** An intelligent robot whose messages come as callbacks: WeCom's document 101031. */
    AIBOT("智能机器人,回调", "intelligent robot, callback"),
    /** A group robot: WeCom's document 99110; its callbacks are a beta. */
    ROBOT("群机器人", "group robot"),
    /** A self-built app: WeCom's documents 90236, 90248 and 92135. */
    APP("自建应用", "self-built app"),
    /** The session archive, which hears and never speaks: WeCom's document 91774. */
    ARCHIVE("会话存档", "session archive");

    private final String zh;
    private final String en;

    Medium(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Phrase words() {
        return new Phrase(zh, en);
    }

    /** What has to be configured for it to speak without being asked. */
    public Phrase need() {
        return switch (this) {
            case LINE -> new Phrase("botId 和 secret", "botId and secret");
            case AIBOT -> new Phrase("长连接(填 botId 和 secret,去掉 token 和 aesKey)",
                    "the long connection (botId and secret instead of token and aesKey)");
            case ROBOT -> new Phrase("webhook", "a webhook");
            case APP -> new Phrase("secret 和 agentId", "its secret and agentId");
            case ARCHIVE -> new Phrase("另一个通道:会话存档只听不说", "another channel: the archive only hears");
        };
    }

    /** What WeCom takes of it. */
    public List<Budget> budgets() {
        return switch (this) {
            case LINE, AIBOT -> budgets(Per.CONVERSATION);
            case ROBOT -> List.of(new Budget(Per.CHANNEL, 20, Duration.ofMinutes(1)));
            case APP -> budgets(Per.MEMBER);
            case ARCHIVE -> List.of();
        };
    }

    private static List<Budget> budgets(Per per) {
        return List.of(new Budget(per, 30, Duration.ofMinutes(1)), new Budget(per, 1000, Duration.ofHours(1)));
    }
}
