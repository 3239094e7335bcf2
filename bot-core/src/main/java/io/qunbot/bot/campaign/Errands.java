package io.qunbot.bot.campaign;

import io.qunbot.bot.campaign.Postman.Errand;
import io.qunbot.chat.Body;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.MemberId;
import io.qunbot.store.CampaignPost;
import io.qunbot.store.CampaignPost.State;
import io.qunbot.store.CampaignTask;
import io.qunbot.wecom.app.Circular;
import io.qunbot.wecom.customer.CustomerTasks.Made;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks senders, once each. That somebody is going to be asked is on disk before; where the answer is lost the channel is
 * asked whether it took it, until it says so.
 */
final class Errands {

    /** What was just made may not be listed yet. */
    static final Duration DOUBT = Duration.ofMinutes(1);
    static final String UNKNOWN = "不知道有没有发出 (nobody knows whether it was sent)";
    static final String GONE = "不在名单里了 (no longer meant)";
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final Duration BACK_OFF = Duration.ofMinutes(1);
    private static final Duration DISABLED = Duration.ofMinutes(10);

    private final Ledger ledger;
    private final Postman postman;

    Errands(Ledger ledger, Postman postman) {
        this.ledger = ledger;
        this.postman = postman;
    }

    /**
     * Asks for a task that waits.
     *
     * @param meant whether somebody is still to get it
     */
    void ask(CampaignTask task, Body body, Predicate<MemberId> meant, Instant now) {
        List<CampaignPost> posts = ledger.store().campaigns().posts(task);
        List<CampaignPost> gone = posts.stream().filter(post -> !meant.test(new MemberId(post.member()))).toList();
        List<CampaignPost> rest = posts.stream().filter(post -> meant.test(new MemberId(post.member()))).toList();
        if (rest.isEmpty()) {
            ledger.change(task.done(GONE), as(State.DROPPED, GONE, gone), now);
            return;
        }
        CampaignTask asking = task.asking(now).later(CampaignTask.State.ASKING, "", now.plus(DOUBT));
        if (ledger.change(asking, as(State.DROPPED, GONE, gone), now)) {
            send(asking, body, rest, now);
        }
    }

    private void send(CampaignTask task, Body body, List<CampaignPost> posts, Instant now) {
        List<MemberId> members = posts.stream().map(post -> new MemberId(post.member())).toList();
        try {
            if (task.isOfApp()) {
                Set<MemberId> missed = postman.say(members, body);
                ledger.change(task.done(""), told(posts, missed), now);
            } else {
                Made made = postman.ask(new Errand(new MemberId(task.sender()), members, body));
                opened(task, made.id(), posts, made.refused(), now);
            }
        } catch (GatewayException refused) {
            refused(task, posts, refused, now);
        }
    }

    private void opened(CampaignTask task, String id, List<CampaignPost> posts, Set<MemberId> refused, Instant now) {
        List<CampaignPost> all = new ArrayList<>();
        posts.forEach(post -> all.add(refused.contains(new MemberId(post.member()))
                ? as(State.FAILED, "企业微信没有为这位客户创建任务 (WeCom made no task for this customer)", post)
                : as(State.QUEUED, "", post)));
        boolean nobody = all.stream().allMatch(post -> post.state() == State.FAILED);
        ledger.change(nobody ? task.done("") : task.open(id, now.plus(Pursuit.PACE)), all, now);
    }

    private static List<CampaignPost> told(List<CampaignPost> posts, Set<MemberId> missed) {
        return posts.stream().map(post -> missed.contains(new MemberId(post.member()))
                ? as(State.FAILED, "账号无效、没有许可,或不在应用的可见范围 (no such member, no licence, or outside the app's visibility)",
                        post)
                : as(State.SENT, "", post)).toList();
    }

    private void refused(CampaignTask task, List<CampaignPost> posts, GatewayException refused, Instant now) {
        String why = String.valueOf(refused.getMessage());
        if (refused.maybeSent()) {
            ledger.change(task.later(CampaignTask.State.ASKING, why, now.plus(DOUBT)), List.of(), now);
        } else if (refused.remedy() == Remedy.DROP) {
            ledger.change(task.done(why), as(State.FAILED, why, posts), now);
        } else {
            ledger.change(task.later(CampaignTask.State.WAITING, why, now.plus(pause(refused))), List.of(), now);
        }
    }

    static Duration pause(GatewayException refused) {
        return switch (refused.remedy()) {
            case BACK_OFF -> BACK_OFF;
            case DISABLE -> DISABLED;
            default -> AGAIN;
        };
    }

    /** Finds out what became of an attempt whose answer nobody heard. */
    void settle(CampaignTask task, Optional<Body> body, Instant now) {
        List<CampaignPost> posts = ledger.store().campaigns().posts(task);
        if (body.isEmpty()) {
            ledger.change(task.done(UNKNOWN), as(State.FAILED, UNKNOWN, posts), now);
        } else if (task.isOfApp()) {
            repeat(task, body.get(), posts, now);
        } else {
            seek(task, body.get(), posts, now);
        }
    }

    /** The app may say the same again for a while: WeCom drops what it knows. */
    private void repeat(CampaignTask task, Body body, List<CampaignPost> posts, Instant now) {
        boolean harmless = Circular.isKnownAgain(body)
                && now.isBefore(task.tried().plus(Circular.KNOWN).minus(DISABLED));
        if (harmless) {
            send(task.later(CampaignTask.State.ASKING, "", now.plus(DOUBT)), body, posts, now);
        } else {
            ledger.change(task.done(UNKNOWN), as(State.FAILED, UNKNOWN, posts), now);
        }
    }

    private void seek(CampaignTask task, Body body, List<CampaignPost> posts, Instant now) {
        try {
            Errand errand = new Errand(new MemberId(task.sender()),
                    posts.stream().map(post -> new MemberId(post.member())).toList(), body);
            Optional<String> found = postman.find(errand, task.tried(), now);
            if (found.isPresent()) {
                opened(task, found.get(), posts, Set.of(), now);
            } else {
                ledger.change(task.later(CampaignTask.State.WAITING, "", now), List.of(), now);
            }
        } catch (GatewayException refused) {
            Duration pause = refused.remedy() == Remedy.DROP ? DISABLED : pause(refused);
            ledger.change(task.later(CampaignTask.State.ASKING, String.valueOf(refused.getMessage()), now.plus(pause)),
                    List.of(), now);
        }
    }

    static List<CampaignPost> as(State state, String reason, List<CampaignPost> posts) {
        return posts.stream().map(post -> as(state, reason, post)).toList();
    }

    static CampaignPost as(State state, String reason, CampaignPost post) {
        return new CampaignPost(post.member(), post.sender(), post.part(), state, reason);
    }
}
