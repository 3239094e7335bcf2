package io.qunbot.bot;

import io.qunbot.bot.publish.DraftTally;
import io.qunbot.bot.publish.Rollout;
import io.qunbot.chat.Verdict;
import io.qunbot.profile.Edition;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Outgoing;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How colleagues judged the drafts of a version that is tried, beside those of the one that all others stay with. */
record DraftRates(Store store, RuleBook book) {

    private static final Set<Verdict> SAID = EnumSet.of(Verdict.USED, Verdict.RIGHT, Verdict.CHANGED, Verdict.WRONG);

    Rollout compared(Rollout rollout) {
        List<Outgoing.Judged> judged = store.outgoing().judged(Instant.parse(rollout.since()));
        return rollout.with(tally(judged, lanes(rollout.profile(), Edition.TRIAL)),
                tally(judged, lanes(rollout.profile(), Edition.SETTLED)));
    }

    private Set<Integer> lanes(String profile, Edition edition) {
        return store.chats().stream().filter(lane -> lane.chat().map(chat -> book.profileOf(chat, lane.firstName()))
                .filter(found -> found.id().equals(profile) && found.edition() == edition).isPresent())
                .map(lane -> lane.number()).collect(Collectors.toSet());
    }

    private static DraftTally tally(List<Outgoing.Judged> judged, Set<Integer> lanes) {
        List<Outgoing.Judged> here = judged.stream().filter(each -> lanes.contains(each.lane())).toList();
        return new DraftTally(count(here, SAID), count(here, EnumSet.of(Verdict.WRONG)));
    }

    private static long count(List<Outgoing.Judged> judged, Set<Verdict> verdicts) {
        return judged.stream().filter(each -> verdicts.contains(each.verdict())).mapToLong(Outgoing.Judged::times)
                .sum();
    }
}
