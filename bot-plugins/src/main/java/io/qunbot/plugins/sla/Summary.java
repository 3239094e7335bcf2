package io.qunbot.plugins.sla;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Recurrence;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One summary of all conversations of a profile. They let the profile's lane know what happens; when it is time each
 * of them reports there, and the first is asked to tell it.
 */
final class Summary {

    /** What recurs. */
    static final String RHYTHM = "report";
    /** A conversation tells its profile what happened there. */
    static final String FIGURES = "figures";
    /** A conversation tells its profile that it is time. */
    static final String TIME = "time";
    /** A profile tells a conversation what its colleagues are to know. */
    static final String TELL = "tell";
    /** A summary is good to have for half a day. */
    private static final Recurrence.Late LATE = new Recurrence.Late(Duration.ofHours(12), true);

    private final SlaSettings settings;
    private final PluginServices services;

    Summary(SlaSettings settings, PluginServices services) {
        this.settings = settings;
        this.services = services;
    }

    List<Recurrence> rhythm() {
        return settings.report().map(report -> new Recurrence(RHYTHM, "", "",
                report.value().at().value().slots(services.zone(), services.holidays()), LATE)).stream().toList();
    }

    List<Action> due(Event.Rang rang, ChatContext chat) {
        String occasion = rang.payload().equals(Recurrence.BY_HAND) ? "0" : String.valueOf(rang.at().toEpochMilli());
        return List.of(new Action.Emit(LaneId.ofProfile(services.profile()), TIME,
                occasion + " " + chat.group().chat().id().value()));
    }

    List<Action> told(Event.Custom custom, ChatContext chat) {
        return switch (custom.kind()) {
            case FIGURES -> {
                chat.memory().put(Week.KEY, week(chat).with(News.read(custom.payload())));
                yield List.of();
            }
            case TIME -> ready(custom.payload(), chat);
            case TELL -> tell(custom.payload(), chat);
            default -> List.of();
        };
    }

    private static Week week(ChatContext chat) {
        return chat.memory().get(Week.KEY, Week.class).orElseGet(() -> Week.since(chat.now()));
    }

    /** Whoever comes first tells it; one that is asked for by hand is no summary of a week, and begins nothing anew. */
    private List<Action> ready(String payload, ChatContext chat) {
        int end = payload.indexOf(' ');
        long occasion = Long.parseLong(payload.substring(0, end));
        Week week = week(chat);
        if (occasion != 0 && occasion <= week.told()) {
            return List.of();
        }
        String words = new WeekText(services, chat.now()).of(week);
        if (occasion != 0) {
            chat.memory().put(Week.KEY, week.over(occasion, chat.now()));
        }
        return List.of(new Action.Emit(LaneId.of(new ChatId(payload.substring(end + 1))), TELL, words));
    }

    private List<Action> tell(String words, ChatContext chat) {
        Optional<Located<SlaSettings.Report>> report = settings.report();
        List<MemberId> who = report.stream().flatMap(each -> each.value().who().stream())
                .flatMap(post -> services.staff(post.value()).stream()).distinct().toList();
        if (who.isEmpty()) {
            return List.of();
        }
        chat.note(Finding.of(Finding.Kind.ACTS, "到时间了:小结", "it is time for the summary").on(RHYTHM,
                report.get().value().at().place()));
        return List.of(new Action.Tell(who, words, RHYTHM));
    }
}
