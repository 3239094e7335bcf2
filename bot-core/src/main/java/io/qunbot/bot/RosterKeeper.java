package io.qunbot.bot;

import io.qunbot.bot.rounds.Rounds;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.directory.Refresher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that keeps the directory of groups up to date; no turn waits for it. */
final class RosterKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RosterKeeper.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Between two questions, so that a start with thousands of groups leaves WeCom's budget to the messages. */
    private static final Duration PACE = Duration.ofMillis(50);

    private final Refresher refresher;
    private final GroupDirectory directory;
    private final Channels channels;
    private final Runnable chores;
    private final InstantSource clock;
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private Instant survey = Instant.MIN;
    private final Rounds rounds = new Rounds("directory", this::work);

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Heard(Event event, byte[] payload) {}

    /** @param chores what else is kept equal in WeCom, asked again and again */
    RosterKeeper(Refresher refresher, GroupDirectory directory, Channels channels, Runnable chores,
            InstantSource clock) {
        this.refresher = refresher;
        this.directory = directory;
        this.channels = channels;
        this.chores = chores;
        this.clock = clock;
    }

    void start() {
        rounds.start();
    }

    /** Called for every event on the thread that brings it: only what may be news is looked at, elsewhere. */
    void hear(Event event, byte[] payload) {
        if (isNews(event)) {
            heard.add(new Heard(event, payload));
            rounds.call();
        }
    }

    /** Of messages the first in a group, and the first of a member whose name comes with it. */
    private boolean isNews(Event event) {
        return switch (event) {
            case Event.Said said when said.chat().kind() == ChatKind.DIRECT -> false;
            case Event.Said said -> {
                boolean person = channels.namesSenders(said.chat().channel()) && met.add("@" + said.by());
                yield (refresher.isNeeded() && met.add(said.chat().id().value())) || person;
            }
            case Event.InChat _ -> refresher.isNeeded();
            default -> false;
        };
    }

    private Duration work() {
        try {
            for (Heard next = heard.poll(); next != null; next = heard.poll()) {
                learn(next);
            }
            survey(clock.instant());
            Instant next = refresher.work().orElse(clock.instant().plus(LONGEST));
            chores.run();
            Duration pause = Duration.between(clock.instant(), next);
            return pause.compareTo(PACE) < 0 ? PACE : pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        } catch (RuntimeException failure) {
            log.error("the directory of groups could not be refreshed", failure);
            return LONGEST;
        }
    }

    /** Once a day everything that was given up gets another chance. */
    private void survey(Instant now) {
        if (!now.isBefore(survey)) {
            met.clear();
            survey = now.plus(refresher.survey() ? DAY : SOON);
        }
    }

    private void learn(Heard next) {
        refresher.heard(next.event());
        if (next.event() instanceof Event.Said said) {
            channels.senderName(said.chat().channel(), next.payload())
                    .ifPresent(name -> directory.learn(said.by(), name, clock.instant()));
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}
