package io.qunbot.bot.campaign;

import io.qunbot.plugin.campaign.Campaign;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The campaigns of a rule book. */
public record Books(RuleBook book) {

    /** A campaign and whose it is. */
    public record Entry(Profile profile, Campaign campaign) {}

    /** All of them; a group's own version of a profile has none of its own. */
    public List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Profile profile : book.profiles()) {
            if (seen.add(profile.id())) {
                profile.campaigns().forEach(campaign -> all.add(new Entry(profile, campaign)));
            }
        }
        return all;
    }

    /** @param profile empty for the first that has it */
    public Optional<Entry> find(String profile, String id) {
        return all().stream().filter(each -> each.campaign().name().equals(id)
                && (profile.isEmpty() || each.profile().id().equals(profile))).findFirst();
    }

    public List<String> names() {
        return all().stream().map(each -> each.campaign().name()).distinct().toList();
    }
}
