package io.qunbot.simulation.schedule;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.pipeline.Beat;
import io.qunbot.simulation.Departure;
import io.qunbot.simulation.Turned;
import io.qunbot.simulation.VirtualBot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets a bot run ahead, and tells what it said at which of its rules' times. */
public final class Forecast {

    /** What was decided at the end may have to wait for the morning after a long weekend. */
    private static final Duration AFTERWARDS = Duration.ofDays(4);

    private final VirtualBot bot;
    private final Instant start;
    private final Instant end;

    private Forecast(VirtualBot bot, Instant end) {
        this.bot = bot;
        this.start = bot.now();
        this.end = end;
    }

    /**
     * Runs a bot until a time; what was decided until then is followed to its end.
     *
     * @param bot at the time from which it looks ahead
     * @return in the order of their times
     */
    public static List<Slot> of(VirtualBot bot, Instant end) {
        Forecast forecast = new Forecast(bot, end);
        forecast.run();
        return Conflicts.marked(forecast.slots());
    }

    private void run() {
        bot.pass(end);
        Instant last = end.plus(AFTERWARDS);
        while (bot.nextWords().filter(due -> !due.isAfter(last)).isPresent() && isWaiting()) {
            bot.pass(bot.nextWords().get());
        }
    }

    private boolean isWaiting() {
        return bot.hasWordsSince(start, end);
    }

    private List<Slot> slots() {
        Map<EventId, List<Departure>> words = bot.departures().stream()
                .collect(Collectors.groupingBy(Departure::cause));
        List<Slot> slots = new ArrayList<>();
        Set<Object> over = new HashSet<>();
        for (Turned turn : bot.turns()) {
            turn.decision().beat().filter(beat -> beat.nominal().isBefore(end)).ifPresent(beat -> {
                List<Slot> found = slots(turn, beat, words.getOrDefault(turn.event().id(), List.of()));
                boolean again = !over.add(List.of(turn.event().lane(), plugin(turn), beat.recurrence().key(),
                        beat.nominal()));
                slots.addAll(again ? found.stream().filter(slot -> slot.at().isPresent()).toList() : found);
            });
        }
        return slots;
    }

    /** What members hear at a time, or else what colleagues are told; at least the silence. */
    private List<Slot> slots(Turned turn, Beat beat, List<Departure> words) {
        List<Departure> heard = words.stream().filter(each -> !each.words().kind().equals("tell")).toList();
        List<Departure> all = heard.isEmpty() ? words.stream().limit(1).toList() : heard;
        boolean missed = beat.nominal().isBefore(start);
        if (all.isEmpty()) {
            return missed ? List.of() : List.of(silent(turn, beat));
        }
        return all.stream().map(each -> slot(turn, beat, each)).toList();
    }

    private Slot silent(Turned turn, Beat beat) {
        return new Slot(chat(turn), turn.profile().id(), turn.profile().services().zone(), plugin(turn),
                beat.recurrence().id(), beat.recurrence().step(), beat.recurrence().kind(), beat.nominal(),
                Optional.empty(), "", List.of(), "", Optional.of(Delay.silent(turn)), Optional.empty());
    }

    private Slot slot(Turned turn, Beat beat, Departure departure) {
        return new Slot(chat(turn), turn.profile().id(), turn.profile().services().zone(), plugin(turn),
                beat.recurrence().id(), beat.recurrence().step(), beat.recurrence().kind(), beat.nominal(),
                departure.left(), departure.words().kind(), departure.colleagues(), departure.words().plain(),
                Delay.of(turn, departure, beat.nominal()), Optional.empty());
    }

    private static String plugin(Turned turn) {
        return turn.event() instanceof Event.Addressed addressed ? addressed.plugin() : "";
    }

    private Chat chat(Turned turn) {
        return bot.chat(turn.event().lane()).orElseGet(() -> new Chat(new ChatId(turn.event().lane().subject()),
                ChatKind.DIRECT, ""));
    }
}
