package io.qunbot.plugins.archive;

import io.qunbot.calendar.Slots;
import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what may be archived, and forgets it once it is older than the operator keeps it. */
public final class ArchivePlugin implements Plugin<ArchiveSettings> {

    static final String PURGE = "purge";
    static final String FIRST = "first";
    /** What earlier versions remembered, who looked every night from the first message on. */
    private static final String NIGHTLY = "armed";
    /** The newest two days always stay: deliveries may come again until then. */
    private static final Duration LEAST = Duration.ofDays(2);
    private static final Recurrence.Late LATE = new Recurrence.Late(Duration.ofDays(1), true);
    private static final LocalTime QUIET = LocalTime.of(3, 0);
    private static final int SPREAD_MINUTES = 120;
    private static final int TOGETHER_MINUTES = 5;

    /** When the oldest message is from, in epoch milliseconds. */
    record First(long at) {}

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Class<ArchiveSettings> settingsType() {
        return ArchiveSettings.class;
    }

    @Override
    public Stage create(ArchiveSettings settings, PluginServices services) {
        Masks masks = new Masks(Set.copyOf(settings.mask()));
        Keeping policy = settings.keeping();
        return settings.keep().map(Located::value)
                .<Stage>map(keep -> new Purging(keep, services.zone(), masks, policy))
                .orElseGet(() -> new Keeper(masks, policy));
    }

    @Override
    public void check(ArchiveSettings settings, PluginServices services, Problems problems) {
        settings.keep().filter(keep -> keep.value().compareTo(LEAST) < 0)
                .ifPresent(keep -> problems.error("R231", keep.place(),
                        new Words("存档至少要保留 2 天", "the archive has to be kept for 2 days at least"),
                        new Words("例如 keep: 365d", "for instance keep: 365d")));
    }

    /** Keeps what may be kept for ever. */
    private record Keeper(Masks masks, Keeping policy) implements Stage {

        @Override
        public Reaction on(Event event, ChatContext chat) {
            return Reaction.pass();
        }

        @Override
        public Optional<Keeping> keeping() {
            return Optional.of(policy);
        }
    }

    /** Forgets what is too old, every night from the first one on which something is. */
    private record Purging(Duration keep, ZoneId zone, Masks masks, Keeping policy) implements Stage {

        @Override
        public Optional<Keeping> keeping() {
            return Optional.of(policy);
        }

        @Override
        public Optional<Duration> keeps() {
            return Optional.of(keep);
        }

        @Override
        public Reaction on(Event event, ChatContext chat) {
            if (event instanceof Event.Rang) {
                return Reaction.pass(new Action.Forget(chat.now().minus(keep)));
            }
            long at = chat.memory().get(NIGHTLY, First.class).isPresent() ? 0 : event.at().toEpochMilli();
            if (chat.memory().get(FIRST, First.class).filter(first -> first.at() <= at).isEmpty()) {
                chat.memory().put(FIRST, new First(at));
            }
            return Reaction.pass();
        }

        @Override
        public List<Recurrence> rhythm(ChatContext chat) {
            return chat.memory().get(FIRST, First.class).map(first -> {
                LocalDate due = Instant.ofEpochMilli(first.at()).plus(keep).atZone(zone).toLocalDate();
                return new Recurrence(PURGE, "", "", Slots.daily(due::isBefore, time(chat), zone), LATE);
            }).stream().toList();
        }

        /** A few conversations at a time, so that not all of them are purged at once, nor each in a commit of its own. */
        private static LocalTime time(ChatContext chat) {
            int minute = Math.floorMod(chat.group().chat().lane().value().hashCode(), SPREAD_MINUTES);
            return QUIET.plusMinutes(minute - minute % TOGETHER_MINUTES);
        }
    }
}
