package io.qunbot.bot;

import io.qunbot.store.OutboxRow;
import java.util.Locale;

/** Why words can't be tried again, or taken back, as they are. */
final class Objections {

    private Objections() {}

    static Refused toRetry(OutboxRow words) {
        return switch (words.outcome()) {
            case WAITING -> of(words, "还在等,到时候自己会发;不想发了用 outbox cancel",
                    "waits, and is tried by itself; outbox cancel takes it back");
            case SENT -> of(words, "已经发出去了,不再发一次", "was sent, and is not sent once more");
            case QUEUED_FOR_CONFIRMATION -> of(words, "是群主手机上的任务,等群主确认;撤回用 outbox cancel",
                    "is a task that a colleague has to confirm; outbox cancel takes it back");
            case DRAFT_FOR_HUMAN -> of(words, "是草稿,已经在同事手上", "is a draft that a colleague has");
            case WATCHED -> of(words, "只是记下来的 (mode: watch),没有要发", "was only recorded (mode: watch)");
            case UNSUPPORTED -> of(words, "在这里发不出去,再试也一样:" + words.reason(),
                    "can't be said here, however often it is tried: " + words.reason());
            case FAILED, EXPIRED, CANCELLED -> of(words, "没有能发它的通道", "has no channel by which it could leave");
        };
    }

    static Refused toCancel(OutboxRow words) {
        return switch (words.outcome()) {
            case WAITING -> of(words, "正在发,来不及取消", "is just being sent: too late");
            case SENT -> of(words, "已经发出去了,收不回来", "was sent, and can't be taken back");
            case QUEUED_FOR_CONFIRMATION ->
                of(words, "是群主手机上的任务,没能撤回", "is a colleague's task, and was not taken back");
            case DRAFT_FOR_HUMAN -> of(words, "是草稿,已经在同事手上,不用取消:没人用就过期",
                    "is a draft that a colleague has: it expires when nobody uses it");
            case WATCHED -> of(words, "只是记下来的 (mode: watch),没有要发", "was only recorded (mode: watch)");
            case UNSUPPORTED, FAILED, EXPIRED, CANCELLED -> of(words, "已经结束了,没有什么要取消的",
                    "has ended: there is nothing to take back");
        };
    }

    private static Refused of(OutboxRow words, String zh, String en) {
        String outcome = words.outcome().name().toLowerCase(Locale.ROOT);
        return new Refused("第 " + words.id() + " 条 (" + outcome + ") " + zh,
                "words " + words.id() + " (" + outcome + "): " + en);
    }
}
