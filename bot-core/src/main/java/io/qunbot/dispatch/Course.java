package io.qunbot.dispatch;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.people.Card;
import io.qunbot.people.Fact;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.MemoryChange;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.pipeline.Remembered;
import io.qunbot.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What becomes of an event on a member's lane: what the core does about it itself, and who else sees it.
 *
 * @param event as stages see it
 * @param profile whose followers are its stages
 * @param origin where it comes from
 * @param before the member's card as it was, and {@code card} as it is for whoever looks during the turn
 * @param memory what the core remembers besides the card
 * @param actions what the core wants
 */
record Course(Event event, Profile profile, Origin origin, Card before, Card card, List<MemoryChange> memory,
        List<Action> actions) {

    static final MemoryKey CARD = new MemoryKey(Card.OWNER, Card.KEY);

    Course {
        memory = List.copyOf(memory);
        actions = List.copyOf(actions);
    }

    /** What the stages decided with what the core does; facts that they made known of the member are on the card. */
    Decision with(MemberId member, Decision decision) {
        Card last = card;
        List<Decision.Wanted> wanted = new ArrayList<>();
        actions.forEach(action -> wanted.add(new Decision.Wanted(Card.OWNER, action)));
        for (Decision.Wanted each : decision.actions()) {
            if (each.action() instanceof Action.Know know && know.member().equals(member)) {
                last = last.knowing(know.fact(), know.value());
            } else {
                wanted.add(each);
            }
        }
        news(last).forEach(fact -> wanted.add(new Decision.Wanted(Card.OWNER,
                new Action.Emit(LaneId.of(member), Fact.NEWS, fact.json()))));
        List<MemoryChange> changes = new ArrayList<>(memory);
        if (!last.equals(before)) {
            changes.add(new MemoryChange(CARD, Remembered.of(last)));
        }
        changes.addAll(decision.memory());
        return new Decision(wanted, changes, decision.trace(), decision.acting(), decision.beat());
    }

    /** What the stages made known that was not known before, or was otherwise. */
    private List<Fact> news(Card last) {
        Map<String, String> now = last.known();
        Map<String, String> then = card.known();
        return Stream.concat(now.keySet().stream(), then.keySet().stream()).distinct().sorted()
                .map(name -> new Fact(name, now.getOrDefault(name, "")))
                .filter(fact -> !fact.value().equals(then.getOrDefault(fact.name(), ""))).toList();
    }
}
