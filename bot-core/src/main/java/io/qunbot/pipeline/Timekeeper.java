package io.qunbot.pipeline;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a stage that has a rhythm: lets through each of its times once and in time, and arms what comes next in the same
 * turn. For one call of the stage.
 */
final class Timekeeper {

    /** A time that was used and lies further ahead than this is of a clock that was wrong. */
    private static final Duration AHEAD = Duration.ofHours(26);

    private static final Finding PAUSED = Finding.of(Kind.BARRED, "这个安排暂停着(schedule resume 恢复)",
            "it is paused (schedule resume goes on)");
    private static final Finding USED = Finding.of(Kind.BARRED, "这个时刻已经做过了", "this time has been used already");
    private static final Finding NEWER = Finding.of(Kind.BARRED, "错过了几次,只补最近的一次",
            "of several that were missed only the newest counts");

    private final Stage stage;
    private final Surroundings around;
    private final StageContext chat;
    private final Event event;
    private final Armed known;
    private Armed armed;

    Timekeeper(Stage stage, Surroundings around, StageContext chat, Event event) {
        this.stage = stage;
        this.around = around;
        this.chat = chat;
        this.event = event;
        this.known = Armed.read(chat.memory());
        this.armed = known;
    }

    @Nullable
    Reaction run() throws Exception {
        @Nullable
        Reaction reaction = switch (event) {
            case Event.Rang rang when armed.slot(rang.key()).isPresent() -> ring(rang);
            case Event.Custom order when Order.of(order.kind()).isPresent() -> obey(order);
            default -> stage.on(event, chat);
        };
        boolean changed = event instanceof Event.Addressed || event instanceof Event.Ruled || !chat.changes().isEmpty()
                || !known.rules().equals(around.rules());
        return reaction == null || !changed || around.rules().isEmpty() ? reaction : with(reaction, arm());
    }

    private static Reaction with(Reaction reaction, List<Action> alarms) {
        List<Action> all = new ArrayList<>(reaction.actions());
        all.addAll(alarms);
        return new Reaction(all, reaction.goOn());
    }

    private @Nullable Reaction ring(Event.Rang rang) throws Exception {
        Armed.Slot slot = armed.slot(rang.key()).orElseThrow();
        Instant time = Instant.ofEpochMilli(slot.next());
        Optional<Recurrence> wanted = Armed.find(stage.rhythm(chat), rang.key());
        Optional<Finding> barred = wanted.flatMap(recurrence -> barred(recurrence, slot, time));
        wanted.ifPresent(recurrence -> chat.beats(new Beat(recurrence, time)));
        barred.ifPresent(chat::note);
        @Nullable
        Reaction reaction = wanted.isEmpty() || barred.isPresent()
                ? Reaction.pass()
                : stage.on(new Event.Rang(rang.id(), time, rang.lane(), rang.plugin(), rang.key(), rang.payload()),
                        chat);
        boolean acted = reaction != null && !reaction.actions().isEmpty();
        armed = armed.with(rang.key(), slot.over(time, acted));
        return reaction;
    }

    private Optional<Finding> barred(Recurrence recurrence, Armed.Slot slot, Instant time) {
        if (slot.paused()) {
            return Optional.of(PAUSED);
        }
        if (slot.isUsed(time)) {
            return Optional.of(USED);
        }
        Duration late = Duration.between(time, around.now());
        if (late.compareTo(recurrence.late().most()) > 0) {
            return Optional.of(Finding.of(Kind.BARRED, "晚了 " + late.toMinutes() + " 分钟,不补了",
                    late.toMinutes() + " minutes late: too late"));
        }
        boolean newer = recurrence.late().newestOnly()
                && recurrence.slots().next(time).filter(next -> !next.isAfter(around.now())).isPresent();
        return newer ? Optional.of(NEWER) : Optional.empty();
    }

    /** What an operator orders about a recurrence by hand. */
    private @Nullable Reaction obey(Event.Custom order) throws Exception {
        return switch (Order.of(order.kind()).orElseThrow()) {
            case PAUSE -> paused(order.payload(), true);
            case RESUME -> paused(order.payload(), false);
            case RUN -> now(order);
        };
    }

    private Reaction paused(String id, boolean paused) {
        armed.slots().forEach((key, slot) -> {
            if (Armed.isOf(key, id)) {
                armed = armed.with(key, slot.paused(paused));
            }
        });
        chat.note(null, (paused ? "暂停 " : "恢复 ") + id);
        return Reaction.pass();
    }

    private @Nullable Reaction now(Event.Custom order) throws Exception {
        List<Recurrence> rhythm = stage.rhythm(chat);
        Optional<Recurrence> wanted = Armed.find(rhythm, order.payload())
                .or(() -> rhythm.stream().filter(each -> each.id().equals(order.payload())).findFirst());
        return wanted.isEmpty()
                ? Reaction.pass()
                : stage.on(new Event.Rang(order.id(), around.now(), order.lane(), order.plugin(),
                        wanted.get().key(), Recurrence.BY_HAND), chat);
    }

    private List<Action> arm() {
        boolean all = event instanceof Event.Ruled || !armed.rules().equals(around.rules());
        List<Action> actions = new ArrayList<>();
        Map<String, Armed.Slot> slots = new LinkedHashMap<>();
        for (Recurrence recurrence : stage.rhythm(chat)) {
            Armed.Slot before = armed.slots().get(recurrence.key());
            Armed.Slot after = slot(recurrence, before);
            slots.put(recurrence.key(), after);
            long old = before == null ? 0 : before.next();
            if (after.next() != 0 && (all || after.next() != old)) {
                actions.add(new Action.Wake(recurrence.key(), Instant.ofEpochMilli(after.next()), ""));
            } else if (after.next() == 0 && old != 0) {
                actions.add(new Action.Cancel(recurrence.key()));
            }
        }
        armed.slots().keySet().stream().filter(key -> !slots.containsKey(key)).map(Action.Cancel::new)
                .forEach(actions::add);
        if (!slots.isEmpty() || !known.slots().isEmpty()) {
            new Armed(around.rules(), slots).write(chat.memory(), known);
        }
        return actions;
    }

    private Armed.Slot slot(Recurrence recurrence, Armed.@Nullable Slot before) {
        Armed.Slot known = before == null
                ? new Armed.Slot(0, around.now().toEpochMilli(), List.of(), armed.isPaused(recurrence.id()))
                : before;
        Instant from = from(recurrence, known);
        Optional<Instant> next = recurrence.slots().next(from);
        while (next.isPresent() && known.isUsed(next.get())) {
            next = recurrence.slots().next(next.get());
        }
        return new Armed.Slot(next.map(Instant::toEpochMilli).orElse(0L), known.past(), known.used(), known.paused());
    }

    private Instant from(Recurrence recurrence, Armed.Slot known) {
        Instant past = Instant.ofEpochMilli(known.past());
        Instant now = around.now();
        boolean wrong = past.isAfter(known.isUsed(past) ? now.plus(AHEAD) : now);
        if (wrong) {
            return now;
        }
        Instant resumed = known.isUsed(past) ? recurrence.slots().resume(past) : past;
        Instant earliest = now.minus(recurrence.late().most());
        return resumed.isBefore(earliest) ? earliest : resumed;
    }
}
