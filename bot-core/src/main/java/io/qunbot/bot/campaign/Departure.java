package io.qunbot.bot.campaign;

import io.qunbot.chat.Autonomy;
import io.qunbot.chat.MemberId;
import io.qunbot.store.CampaignPost;
import io.qunbot.store.CampaignPost.State;
import io.qunbot.store.CampaignRun;
import io.qunbot.store.CampaignState;
import io.qunbot.store.CampaignTask;
import io.qunbot.wecom.app.Circular;
import io.qunbot.wecom.customer.CustomerTasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the list of a campaign and writes it down, all at once: from then on each of them gets it, once. */
final class Departure {

    private final Books.Entry entry;
    private final CampaignDesk.Sources sources;
    private final Ledger ledger;
    private final List<CampaignTask> tasks = new ArrayList<>();
    private final List<CampaignPost> posts = new ArrayList<>();

    Departure(Books.Entry entry, CampaignDesk.Sources sources, Ledger ledger) {
        this.entry = entry;
        this.sources = sources;
        this.ledger = ledger;
    }

    void leave(CampaignState state, Instant at, Map<MemberId, List<MemberId>> followers, Instant now) {
        Audience audience = Listing.of(entry.profile(), entry.campaign(), listing(sources, followers), now);
        CampaignRun run = new CampaignRun(entry.campaign().name(), at, entry.profile().id(), now, audience.members(),
                audience.omissions());
        boolean watched = entry.profile().mode().autonomy().least(entry.campaign().most()) == Autonomy.WATCH;
        audience.senders().forEach((sender, customers) -> split(run, sender.value(), customers,
                CustomerTasks.MOST_CUSTOMERS, watched));
        split(run, "", audience.byApp(), Circular.MOST_MEMBERS, watched);
        audience.omitted().getOrDefault(Audience.NO_SENDER, List.of()).forEach(member -> posts.add(
                new CampaignPost(member.value(), "", -1, State.DROPPED, Audience.NO_SENDER)));
        ledger.begin(state.upTo(state.isWished() ? state.looked() : at), run, watched ? List.of() : tasks, posts);
    }

    static Listing.Sources listing(CampaignDesk.Sources sources, Map<MemberId, List<MemberId>> followers) {
        return new Listing.Sources(sources.store(), sources.directory(), sources.book().get(), followers,
                member -> sources.postman().map(postman -> postman.isCustomer(member)).orElse(true),
                sources.postman().isPresent());
    }

    private void split(CampaignRun run, String sender, List<MemberId> members, int most, boolean watched) {
        for (int from = 0, part = 0; from < members.size(); from += most, part++) {
            tasks.add(CampaignTask.fresh(run, sender, part));
            for (MemberId member : members.subList(from, Math.min(from + most, members.size()))) {
                posts.add(new CampaignPost(member.value(), sender, part, watched ? State.WATCHED : State.WAITING, ""));
            }
        }
    }
}
