package io.qunbot.bot;

import io.qunbot.bot.campaign.CampaignDesk;
import io.qunbot.bot.member.Census;
import io.qunbot.bot.member.Headcount;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How many are in the segments, and how many were a week ago. Takes as long as it takes to count everybody. */
final class Segmentation {

    private final Store store;
    private final GroupDirectory directory;
    private final Supplier<RuleBook> book;
    private final CampaignDesk campaigns;
    private final InstantSource clock;

    Segmentation(Store store, GroupDirectory directory, Supplier<RuleBook> book, CampaignDesk campaigns,
            InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.book = book;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * Counts, and keeps what was counted.
     *
     * @param profile whose segments; empty for those of config/tags.yaml
     * @param segment empty for all
     * @throws Refused when there is no such segment
     */
    List<Headcount> of(String profile, String segment) {
        Instant now = clock.instant();
        RuleBook rules = book.get();
        if (!profile.isEmpty() && rules.profile(profile).isEmpty()) {
            throw new Refused("没有这份配置:" + profile, "no such profile: " + profile);
        }
        Census census = Census.of(store, directory, rules, "", now);
        if (!segment.isEmpty() && !census.segments(profile).contains(segment)) {
            Words help = Nearest.help(segment, census.segments(profile));
            throw new Refused("没有 “" + segment + "” 这个分群。" + help.zh(),
                    "there is no segment '" + segment + "'. " + help.en());
        }
        LocalDate today = LocalDate.ofInstant(now, zone(rules, profile));
        List<Headcount> counts = Headcount.all(census, profile, segment, store, campaigns.unreachable(), today);
        Headcount.keep(counts, profile, store, today);
        return counts;
    }

    /** Keeps how many there are today, of every profile: a week later somebody may ask how many there were. */
    void keep() {
        Instant now = clock.instant();
        RuleBook rules = book.get();
        List<String> profiles = Stream.concat(Stream.of(""), rules.profiles().stream().map(Profile::id)).distinct()
                .toList();
        if (rules.segments().names().isEmpty()
                && rules.profiles().stream().allMatch(profile -> profile.services().segments().isEmpty())) {
            return;
        }
        Census census = Census.of(store, directory, rules, "", now);
        for (String profile : profiles) {
            LocalDate today = LocalDate.ofInstant(now, zone(rules, profile));
            Headcount.keep(Headcount.all(census, profile, "", store, _ -> false, today), profile, store, today);
        }
    }

    private static ZoneId zone(RuleBook rules, String profile) {
        return rules.profile(profile).or(() -> rules.profiles().stream().findFirst())
                .map(known -> known.services().zone()).orElseGet(() -> ZoneId.of("UTC"));
    }
}
