package io.qunbot.bot;

import io.qunbot.bot.campaign.Progress;
import io.qunbot.bot.member.Census;
import io.qunbot.bot.member.Headcount;
import io.qunbot.bot.report.Gathering;
import io.qunbot.bot.report.Report;
import io.qunbot.bot.report.Reporter;
import io.qunbot.chat.Decoder;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a report from a store, whether a bot runs on it or not. */
public final class Reporting {

    private Reporting() {}

    /** @throws Refused when nothing is called so, or the days make no sense */
    public static Report of(Reporter.Wish wish, Store store, RuleBook book, Decoder decoder, Instant now) {
        GroupDirectory directory = new GroupDirectory(store);
        Leads leads = new Leads(store, directory, InstantSource.fixed(now));
        Gathering gathering = new Gathering(store, directory, decoder, new Gathering.Elsewhere(
                (range, lanes) -> new Judgements(store.outgoing().judged(range.begin(), range.end()))
                        .in(lanes.stream().map(LaneRow::number).collect(Collectors.toSet())),
                (range, profile) -> leads.figures(profile, range.begin(), range.end()),
                profile -> counted(profile, store, directory, book, now), () -> Progress.newest(store, book, "")));
        return new Reporter(store, book, gathering).of(wish, now);
    }

    private static List<Headcount> counted(Profile profile, Store store, GroupDirectory directory, RuleBook book,
            Instant now) {
        return profile.services().segments().isEmpty()
                ? List.of()
                : Headcount.all(Census.of(store, directory, book, "", now), profile.id(), "", store, _ -> false,
                        LocalDate.ofInstant(now, profile.services().zone()));
    }
}
