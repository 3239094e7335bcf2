package io.qunbot.bot;

import io.qunbot.chat.LaneId;
import io.qunbot.people.Card;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.AlarmRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alarms that would ring for nobody: their plugin does not run in that conversation any more, or knows no longer
 * what they were set for.
 */
final class LostAlarms {

    private static final Logger log = LoggerFactory.getLogger(LostAlarms.class);

    private final Store store;
    private final RuleBook book;

    private LostAlarms(Store store, RuleBook book) {
        this.store = store;
        this.book = book;
    }

    /** Cancels them. @return how many */
    static int cancel(Store store, RuleBook book) {
        LostAlarms search = new LostAlarms(store, book);
        List<AlarmRow> lost = store.alarms().all().stream().filter(search::isLost).toList();
        if (!lost.isEmpty()) {
            store.writer().submit(new SmallUnit(lost.size() + " alarms that mean nothing any more", tables -> {
                for (AlarmRow alarm : lost) {
                    tables.cancel(alarm);
                }
            }));
        }
        return lost.size();
    }

    private boolean isLost(AlarmRow alarm) {
        return store.lane(alarm.lane()).filter(lane -> lane.id().isMember()
                ? followsNobody(alarm)
                : isOfRules(lane.id()) && profile(lane).stream().flatMap(profile -> profile.stages().stream())
                        .noneMatch(stage -> stage.plugin().equals(alarm.plugin()) && expects(stage, alarm)))
                .isPresent();
    }

    /** Of a member's alarms, one whose plugin follows members nowhere any more, or that means nothing to any of them. */
    private boolean followsNobody(AlarmRow alarm) {
        return !alarm.plugin().equals(Card.OWNER)
                && book.profiles().stream().flatMap(profile -> profile.followers().stream())
                        .noneMatch(stage -> stage.plugin().equals(alarm.plugin()) && expects(stage, alarm));
    }

    private static boolean isOfRules(LaneId lane) {
        return lane.isChat() || lane.isProfile();
    }

    private Optional<Profile> profile(LaneRow lane) {
        return lane.id().isProfile()
                ? book.profile(lane.id().subject())
                : lane.chat().map(chat -> book.profileOf(chat, lane.firstName()));
    }

    /** A plugin is foreign code: when it can't say, its alarm stays. */
    private static boolean expects(Installed stage, AlarmRow alarm) {
        try {
            return stage.stage().expects(alarm.key(), alarm.payload());
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            log.warn("plugin {} failed to say whether it expects an alarm", stage.plugin(), failure);
            return true;
        }
    }
}
