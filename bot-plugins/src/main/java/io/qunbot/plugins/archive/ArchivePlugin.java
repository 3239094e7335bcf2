package io.qunbot.plugins.archive;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Forgets what was archived once it is older than the operator keeps it. */
public final class ArchivePlugin implements Plugin<ArchiveSettings> {

    static final String ALARM = "purge";
    static final String ARMED = "armed";
    /** The newest two days always stay: deliveries may come again until then. */
    private static final Duration LEAST = Duration.ofDays(2);
    /** An alarm that is overdue this long will not ring any more. */
    private static final Duration LOST = Duration.ofDays(1);
    private static final LocalTime QUIET = LocalTime.of(3, 0);
    private static final int SPREAD_MINUTES = 120;
    private static final int TOGETHER_MINUTES = 5;

    /** When the next purge is. */
    record Armed(long at) {}

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
        ZoneId zone = services.zone();
        return settings.keep().map(Located::value)
                .<Stage>map(keep -> (event, chat) -> on(event, chat, keep, zone))
                .orElse((event, chat) -> Reaction.pass());
    }

    @Override
    public void check(ArchiveSettings settings, PluginServices services, Problems problems) {
        settings.keep().filter(keep -> keep.value().compareTo(LEAST) < 0)
                .ifPresent(keep -> problems.error("R231", keep.place(),
                        new Words("存档至少要保留 2 天", "the archive has to be kept for 2 days at least"),
                        new Words("例如 keep: 365d", "for instance keep: 365d")));
    }

    private static Reaction on(Event event, ChatContext chat, Duration keep, ZoneId zone) {
        if (event instanceof Event.Rang) {
            return Reaction.pass(new Action.Forget(chat.now().minus(keep)), arm(event, chat, zone));
        }
        boolean armed = chat.memory().get(ARMED, Armed.class)
                .filter(alarm -> chat.now().isBefore(Instant.ofEpochMilli(alarm.at()).plus(LOST)))
                .isPresent();
        return armed ? Reaction.pass() : Reaction.pass(arm(event, chat, zone));
    }

    private static Action arm(Event event, ChatContext chat, ZoneId zone) {
        Instant at = nextNight(event, chat.now(), zone);
        chat.memory().put(ARMED, new Armed(at.toEpochMilli()));
        return new Action.Wake(ALARM, at, "");
    }

    /** A few conversations at a time, so that not all of them are purged at once, nor each in a commit of its own. */
    private static Instant nextNight(Event event, Instant now, ZoneId zone) {
        int minute = Math.floorMod(event.lane().value().hashCode(), SPREAD_MINUTES) / TOGETHER_MINUTES
                * TOGETHER_MINUTES;
        return now.atZone(zone).toLocalDate().plusDays(1).atTime(QUIET).plusMinutes(minute).atZone(zone).toInstant();
    }
}
