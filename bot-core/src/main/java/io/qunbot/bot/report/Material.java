package io.qunbot.bot.report;

import io.qunbot.bot.Leads;
import io.qunbot.bot.Rolls;
import io.qunbot.bot.Stats;
import io.qunbot.bot.campaign.Progress;
import io.qunbot.bot.member.Headcount;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.profile.Profile;
import io.qunbot.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * What a report is made of, gathered once for all its sections.
 *
 * @param places the conversations that it is about
 * @param others the profile's other conversations, to compare with
 * @param remarks what plugins remarked within the days, in those conversations
 * @param drafts what colleagues made of drafts, by rule
 * @param lists what plugins keep as lists, with the lines of these days alone
 * @param leads what became of those who were handed over within the days; empty for one conversation, since a lead is
 *            nobody's there alone
 * @param segments how many are in each segment now; none for one conversation
 * @param campaigns what was sent to segments within the days; none for one conversation
 * @param names of members and colleagues; the account itself where nobody knows
 * @param seqs where an event is in the archive
 */
public record Material(Profile profile, Range range, List<Place> places, List<Place> others,
        List<Store.Remarked> remarks, List<Stats.Judged> drafts, List<Rolls.Sheet> lists,
        Optional<Leads.Figures> leads, List<Headcount> segments, List<Progress> campaigns,
        Function<MemberId, String> names, Function<EventId, OptionalLong> seqs) {

    public Material {
        places = List.copyOf(places);
        others = List.copyOf(others);
        remarks = List.copyOf(remarks);
        drafts = List.copyOf(drafts);
        lists = List.copyOf(lists);
        segments = List.copyOf(segments);
        campaigns = List.copyOf(campaigns);
    }

    /** Who introduced themselves, or did something else that a plugin remarks, by the kind of the remark. */
    public List<Store.Remarked> remarked(String plugin, Set<String> kinds) {
        return remarks.stream().filter(each -> each.remark().plugin().equals(plugin)
                && kinds.contains(each.remark().kind())).toList();
    }

    /** The days as they stand below a picture. */
    public List<String> labels() {
        return range.days().stream().map(day -> day.getMonthValue() + "/" + day.getDayOfMonth()).toList();
    }

    /** How long something took, in words of both languages that are short enough for a table. */
    public static Map.Entry<String, String> spell(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        String en = time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
        return Map.entry(en.replace("min", "分").replace("h", "小时").replace("s", "秒"), en);
    }
}
