package io.qunbot.bot.campaign;

import io.qunbot.bot.Refused;
import io.qunbot.chat.Body;
import io.qunbot.chat.MemberId;
import io.qunbot.store.CampaignState;
import io.qunbot.store.Store;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who would get a campaign now, as operators read it.
 *
 * @param zone of the profile, in which operators read times
 * @param next when it is due; empty when it is not any more
 * @param words what it would say; empty when a part of it is not known
 * @param members how many are in the segment
 * @param known whether it is known which colleagues have which customers
 */
public record Outlook(String profile, String id, String segment, String zone, String next, boolean paused, String mode,
        String words, int members, boolean known, List<Sender> senders, Map<String, List<Who>> omitted) {

    /** Somebody; the name is empty when it is not known. */
    public record Who(String id, String name) {}

    /** A colleague, or the app where the id is empty, and whom they are asked to write to. */
    public record Sender(String id, String name, List<Who> members) {}

    /**
     * Looks at a campaign.
     *
     * @param known whether it is known who has which customers
     * @throws Refused when there is no such campaign
     */
    static Outlook of(Books.Entry entry, Audience audience, boolean known, Store store, Instant now) {
        Map<String, String> names = store.rosters().names();
        List<Sender> senders = new ArrayList<>();
        audience.senders().forEach((sender, customers) -> senders.add(new Sender(sender.value(),
                names.getOrDefault(sender.value(), ""), who(customers, names))));
        if (!audience.byApp().isEmpty()) {
            senders.add(new Sender("", "", who(audience.byApp(), names)));
        }
        Map<String, List<Who>> omitted = new LinkedHashMap<>();
        audience.omitted().forEach((reason, members) -> omitted.put(reason, who(members, names)));
        String id = entry.campaign().name();
        return new Outlook(entry.profile().id(), id, entry.campaign().segment().value(),
                entry.profile().services().zone().getId(),
                entry.campaign().slots().next(now).map(Instant::toString).orElse(""),
                store.campaigns().state(entry.profile().id(), id).filter(CampaignState::paused).isPresent(),
                entry.profile().mode().autonomy().least(entry.campaign().most()).name(),
                entry.campaign().words().apply(now).map(Body::plain).orElse(""), audience.members(), known,
                senders, omitted);
    }

    private static List<Who> who(List<MemberId> members, Map<String, String> names) {
        return members.stream().map(MemberId::value).map(id -> new Who(id, names.getOrDefault(id, ""))).toList();
    }

    /** The campaign that is meant. */
    public static Books.Entry find(Books books, String profile, String id) {
        return books.find(profile, id).orElseThrow(() -> unknown(id, books.names()));
    }

    static Refused unknown(String id, List<String> known) {
        if (known.isEmpty()) {
            return new Refused("规则里还没有群发:写在 plugins 的 campaigns 里,见 docs/rules.md",
                    "the rules have no campaigns: write them under campaigns in plugins, see docs/rules.md");
        }
        Words help = Nearest.help(id, known);
        return new Refused("没有叫 “" + id + "” 的群发。" + help.zh(), "there is no campaign '" + id + "'. " + help.en());
    }
}
