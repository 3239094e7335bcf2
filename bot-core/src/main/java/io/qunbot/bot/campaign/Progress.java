package io.qunbot.bot.campaign;

import io.qunbot.profile.RuleBook;
import io.qunbot.store.CampaignPost.State;
import io.qunbot.store.CampaignRun;
import io.qunbot.store.CampaignTask;
import io.qunbot.store.Campaigns;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One time of a campaign and what became of it, as operators read it.
 *
 * @param zone of the profile, in which operators read times
 * @param at the time it was meant for
 * @param listed when its list was made
 * @param members how many were in the segment
 * @param omitted how many were left out, by the reason
 * @param states how many members are in which state
 * @param reasons how many got nothing, by the reason
 * @param senders what each colleague does; the app has an empty id
 */
public record Progress(String profile, String id, String zone, String at, String listed, int members,
        Map<String, Integer> omitted, Map<String, Integer> states, Map<String, Integer> reasons,
        List<Sender> senders) {

    /**
     * What one colleague was asked to send.
     *
     * @param tasks how many tasks
     * @param open how many of them are not finished
     * @param reminders how often they were reminded
     * @param trouble what is in the way; empty when nothing is
     */
    public record Sender(String id, String name, int tasks, int open, int reminders, Map<String, Integer> states,
            String trouble) {}

    private static final int MOST = 20;

    /**
     * The newest times.
     *
     * @param id of a campaign; empty for all
     */
    public static List<Progress> newest(Store store, RuleBook book, String id) {
        Map<String, String> names = store.rosters().names();
        return store.campaigns().runs(id, MOST).stream().map(run -> of(run, zone(book, run), store.campaigns(), names))
                .toList();
    }

    private static String zone(RuleBook book, CampaignRun run) {
        return book.profile(run.profile()).map(profile -> profile.services().zone().getId()).orElse("UTC");
    }

    private static Progress of(CampaignRun run, String zone, Campaigns campaigns, Map<String, String> names) {
        Map<String, Integer> states = new TreeMap<>();
        Map<String, Integer> reasons = new LinkedHashMap<>();
        Map<String, Sender> senders = new LinkedHashMap<>();
        campaigns.tasks(run).forEach(task -> senders.merge(task.sender(), sender(task, names), Progress::both));
        for (Campaigns.Count count : campaigns.counts(run)) {
            states.merge(count.state().name(), count.members(), Integer::sum);
            if (!count.reason().isEmpty() && count.state() != State.SENT) {
                reasons.merge(count.reason(), count.members(), Integer::sum);
            }
            Sender sender = senders.get(count.sender());
            if (sender != null) {
                sender.states().merge(count.state().name(), count.members(), Integer::sum);
            }
        }
        return new Progress(run.profile(), run.id(), zone, time(run.at()), time(run.listed()), run.members(),
                run.omitted(), states, reasons, List.copyOf(senders.values()));
    }

    private static String time(Instant at) {
        return at.toString();
    }

    private static Sender sender(CampaignTask task, Map<String, String> names) {
        boolean open = task.state() != CampaignTask.State.DONE;
        return new Sender(task.sender(), names.getOrDefault(task.sender(), ""), 1, open ? 1 : 0, task.reminders(),
                new TreeMap<>(), task.reason());
    }

    private static Sender both(Sender one, Sender other) {
        return new Sender(one.id(), one.name(), one.tasks() + other.tasks(), one.open() + other.open(),
                Math.max(one.reminders(), other.reminders()), one.states(),
                one.trouble().isEmpty() ? other.trouble() : one.trouble());
    }
}
