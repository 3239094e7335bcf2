package io.qunbot.outbox;

import io.qunbot.chat.Charge;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.store.OutboxRow;

/** Why words ended as they did, for operators: Chinese first. */
final class Reasons {

    static final String LATE = "太晚了,没有再发 (too late to be said)";
    static final String NEVER_ITS_TURN = "一直没有轮到,太晚了,没有再发 (its turn never came, and now it is too late to be said)";
    static final String NOWHERE = "会话已经不在了,太晚了 (there is no such conversation any more: too late)";
    static final String CUT_OFF = "发送时程序中断,不知道说出去没有,不再发"
            + " (cut off while it was sent: not known whether it was said, not tried again)";
    static final String UNKNOWN_TO_THE_END = "太晚了,没有再发;有一次不知道说出去没有"
            + " (too late to be tried again; of one attempt it is not known whether it was said): ";
    static final String TWICE = "可能说了两次:有一次不知道说出去没有,又说了一次"
            + " (maybe said twice: of one attempt it is not known whether it was said)";
    static final String ALIKE = "刚说过一样的话,不再说 (the same was said a moment ago)";
    static final String TAKEN_UP = "送出之前已经有同事处理了 (a colleague took it up before it was sent)";
    static final String NOBODY_ON_DUTY = "值班表里现在没有人 (nobody is on duty)";
    static final String MERGED = "和后面的合成一条 (merged into newer words)";

    private Reasons() {}

    static String noBudget(Charge charge) {
        return "额度用完了,有效期内等不到:" + charge + " (the budget is used up for longer than it is worth saying)";
    }

    static String optedOut(MemberId member) {
        return member + " 说过不要再提醒 (" + member + " wants nothing unasked)";
    }

    static String unknown(GatewayException failure) {
        return "不知道说出去没有,按 at-most-once 不再发 (not known whether it was said, not tried again): "
                + refused(failure);
    }

    /** Why words were given up. */
    static String given(OutboxRow words, GatewayException failure) {
        return words.route().doubt()
                ? refused(failure) + ";有一次不知道说出去没有 (of one attempt it is not known whether it was said)"
                : refused(failure);
    }

    static String refused(GatewayException failure) {
        return failure.code() == 0 ? String.valueOf(failure.getMessage()) : failure.code() + " " + failure.getMessage();
    }
}
