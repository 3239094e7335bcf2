package io.qunbot.outbox;

import io.qunbot.chat.Charge;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Medium;
import io.qunbot.chat.MemberId;
import java.time.Duration;
import java.util.List;

/**
 * What WeCom takes of a channel.
 *
 * @param purse names what it is counted for: two channels that speak through one robot share its purse
 */
public record Allowance(String purse, Per per, int most, Duration within) {

    /** For whom it is counted. */
    public enum Per {
        CHANNEL,
        CONVERSATION,
        MEMBER
    }

    /** A group robot's webhook: WeCom's document 99110. */
    public static List<Allowance> robot(String purse) {
        return of(purse, Medium.ROBOT);
    }

    /** An intelligent robot, answers and what it says first together: WeCom's document 101463. */
    public static List<Allowance> aibot(String purse) {
        return of(purse, Medium.LINE);
    }

    /** A self-built app to each of its users, who get nothing beyond it: WeCom's document 90236. */
    public static List<Allowance> app(String purse) {
        return of(purse, Medium.APP);
    }

    private static List<Allowance> of(String purse, Medium medium) {
        return medium.budgets().stream()
                .map(budget -> new Allowance(purse, Per.valueOf(budget.per().name()), budget.most(), budget.within()))
                .toList();
    }

    /**
     * What words cost of it.
     *
     * @param to the colleagues who are told; empty when it is said in the conversation
     */
    List<Charge> charges(Chat chat, List<MemberId> to) {
        return switch (per) {
            case CHANNEL -> List.of(charge(""));
            case CONVERSATION -> to.isEmpty() && chat.kind() != ChatKind.DIRECT
                    ? List.of(charge("/" + chat.id()))
                    : personally(chat, to);
            case MEMBER -> personally(chat, to);
        };
    }

    /** Who is told something is told in the conversation with the app or robot. */
    private List<Charge> personally(Chat chat, List<MemberId> to) {
        return to.isEmpty() && chat.kind() == ChatKind.DIRECT
                ? List.of(charge("/" + partner(chat)))
                : to.stream().map(member -> charge("/" + member)).toList();
    }

    private static String partner(Chat chat) {
        return chat.id().value().substring(chat.id().value().indexOf(':') + 1);
    }

    private Charge charge(String whom) {
        return new Charge(purse + whom, most, within);
    }
}
