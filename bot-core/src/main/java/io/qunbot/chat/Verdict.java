package io.qunbot.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of words on a colleague's desk, or what a colleague thinks of words that were only recorded. */
public enum Verdict {
    /** Sent as it was. */
    USED("用了"),
    /** Sent in other words. */
    CHANGED("改了"),
    /** Not to be said. */
    WRONG("不对"),
    /** It would have been right. */
    RIGHT("对"),
    /** Somebody looks after it. */
    TAKEN("接了"),
    /** Somebody does not look after it, and says why. */
    RETURNED("退回"),
    /** A colleague answered by themselves, so that it is not needed. */
    ANSWERED("同事已回答"),
    /** A colleague told the bot to stop before it was said. */
    WITHDRAWN("叫停了"),
    /** Nobody took it in time, and the next colleague has it. */
    PASSED("转给下一位"),
    /** Nobody took it in time. */
    NOBODY("没人接");

    private final String zh;

    Verdict(String zh) {
        this.zh = zh;
    }

    /** The word for it that colleagues use. */
    public String zh() {
        return zh;
    }

    /** By its Chinese word or its English name. */
    public static Optional<Verdict> of(String word) {
        return Stream.of(values())
                .filter(each -> each.zh.equals(word) || each.name().toLowerCase(Locale.ROOT).equals(word)).findFirst();
    }
}
