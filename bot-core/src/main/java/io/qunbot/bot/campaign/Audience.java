package io.qunbot.bot.campaign;

import io.qunbot.chat.MemberId;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who gets a campaign from whom, and who does not.
 *
 * @param members how many are in the segment
 * @param senders whom each colleague is asked to write to
 * @param byApp who hears it from the app itself
 * @param omitted who gets nothing, by the reason
 */
public record Audience(int members, Map<MemberId, List<MemberId>> senders, List<MemberId> byApp,
        Map<String, List<MemberId>> omitted) {

    static final String COLLEAGUE = "是同事 (a colleague)";
    static final String OPTED_OUT = "退订了 (opted out)";
    static final String ELSEWHERE = "只在别的档案的群里 (only in groups of other profiles)";
    static final String ALREADY = "已经发过或者正等确认 (had it already, or it waits to be confirmed)";
    static final String OFTEN = "这段时间收够了(limit) (had enough of them in this time)";
    static final String CAP = "企业微信本月的次数用完了 (had all that WeCom allows in this month)";
    static final String NO_SENDER = "没有同事加过,联系不上 (no colleague has added them: not reachable)";
    static final String NO_CHANNEL = "没有填了 secret 的自建应用 (no app with a secret)";
    static final String DRAFT = "mode 是 draft,应用不能自己发 (the mode is draft: the app may not speak by itself)";

    public Audience {
        Map<MemberId, List<MemberId>> sorted = new TreeMap<>(Comparator.comparing(MemberId::value));
        senders.forEach((sender, customers) -> sorted.put(sender, List.copyOf(customers)));
        senders = Collections.unmodifiableMap(sorted);
        byApp = List.copyOf(byApp);
        omitted = Collections.unmodifiableMap(new LinkedHashMap<>(omitted));
    }

    /** How many get it. */
    public int size() {
        return byApp.size() + senders.values().stream().mapToInt(List::size).sum();
    }

    /** How many do not, by the reason; whom nobody can write to is counted one by one elsewhere. */
    Map<String, Integer> omissions() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        omitted.forEach((reason, who) -> counts.put(reason, who.size()));
        counts.remove(NO_SENDER);
        return counts;
    }
}
