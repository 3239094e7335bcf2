package io.qunbot.bot.campaign;

import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.MemberId;
import io.qunbot.store.CampaignPost;
import io.qunbot.store.CampaignPost.State;
import io.qunbot.store.CampaignTask;
import io.qunbot.wecom.customer.CustomerTasks.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows what colleagues were asked to send, reminds them, and takes back what nobody confirmed in time. */
final class Pursuit {

    /** How often WeCom is asked about one task. */
    static final Duration PACE = Duration.ofMinutes(5);
    /** Not confirmed for so long, a colleague is reminded; WeCom takes three reminders in 24 hours. */
    static final Duration PATIENCE = Duration.ofHours(6);

    private static final int MOST_REMINDERS = 3;
    private static final Logger log = LoggerFactory.getLogger(Pursuit.class);
    private static final String LATE = "同事没有按时确认,任务已撤回 (not confirmed in time: the task was taken back)";

    private final Ledger ledger;
    private final Postman postman;

    Pursuit(Ledger ledger, Postman postman) {
        this.ledger = ledger;
        this.postman = postman;
    }

    /** @param open how long the colleague has */
    void look(CampaignTask task, Duration open, Instant now) {
        try {
            List<CampaignPost> changed = results(task);
            int left = ledger.store().campaigns().posts(task).size() - changed.size();
            if (left == 0) {
                ledger.change(task.done(""), changed, now);
            } else if (!now.isBefore(task.tried().plus(open))) {
                withdraw(task, changed, LATE, now);
            } else {
                CampaignTask reminded = isForgotten(task, now) ? remind(task) : task;
                ledger.change(reminded.later(CampaignTask.State.OPEN, "", now.plus(PACE)), changed, now);
            }
        } catch (GatewayException refused) {
            missed(task, refused, now);
        }
    }

    private List<CampaignPost> results(CampaignTask task) throws GatewayException {
        Map<MemberId, Progress> results = postman.results(task.reference(), new MemberId(task.sender()));
        List<CampaignPost> changed = new ArrayList<>();
        for (CampaignPost post : ledger.store().campaigns().posts(task)) {
            switch (results.getOrDefault(new MemberId(post.member()), Progress.PENDING)) {
                case SENT -> changed.add(Errands.as(State.SENT, "", post));
                case NOT_CONNECTED ->
                    changed.add(Errands.as(State.FAILED, "和客户不是好友了 (not connected any more)", post));
                case OVER_THE_CAP ->
                    changed.add(Errands.as(State.FAILED, "客户这段时间能收的群发用完了 (had all that WeCom allows)", post));
                case PENDING -> {
                    // the colleague has not confirmed it, or WeCom is sending it
                }
            }
        }
        return changed;
    }

    /** Takes a task back; who got it before has it. */
    void withdraw(CampaignTask task, List<CampaignPost> known, String why, Instant now) throws GatewayException {
        postman.cancel(task.reference());
        List<CampaignPost> changed = new ArrayList<>(known);
        List<String> done = known.stream().map(CampaignPost::member).toList();
        ledger.store().campaigns().posts(task).stream().filter(post -> !done.contains(post.member()))
                .forEach(post -> changed.add(Errands.as(State.EXPIRED, why, post)));
        ledger.change(task.done(why), changed, now);
    }

    private static boolean isForgotten(CampaignTask task, Instant now) {
        return task.reminders() < MOST_REMINDERS
                && !now.isBefore(task.tried().plus(PATIENCE.multipliedBy(task.reminders() + 1L)));
    }

    /** A refused reminder counts: the task itself goes on. */
    private CampaignTask remind(CampaignTask task) {
        try {
            postman.remind(task.reference());
            log.info("reminded {} of campaign {}", task.sender(), task.id());
        } catch (GatewayException refused) {
            log.warn("no reminder for {} of campaign {}: {}", task.sender(), task.id(), refused.getMessage());
        }
        return task.reminded();
    }

    private void missed(CampaignTask task, GatewayException refused, Instant now) {
        String why = String.valueOf(refused.getMessage());
        if (refused.remedy() == Remedy.DROP && now.isAfter(task.tried().plus(PATIENCE))) {
            ledger.change(task.done(why), Errands.as(State.FAILED, why, ledger.store().campaigns().posts(task)), now);
        } else {
            Duration pause = refused.remedy() == Remedy.DROP ? PACE : Errands.pause(refused);
            ledger.change(task.later(CampaignTask.State.OPEN, why, now.plus(pause)), List.of(), now);
        }
    }
}
