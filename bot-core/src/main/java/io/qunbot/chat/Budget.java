package io.qunbot.chat;

import java.time.Duration;

/** How much WeCom takes of a channel within any span of a length. */
public record Budget(Per per, int most, Duration within) {

    /** For whom it is counted. */
    public enum Per {
        CHANNEL("每个机器人", "a robot"),
        CONVERSATION("每个会话", "a conversation"),
        MEMBER("每个成员", "a member");

        private final String zh;
        private final String en;

        Per(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Phrase words() {
            return new Phrase(zh, en);
        }
    }
}
