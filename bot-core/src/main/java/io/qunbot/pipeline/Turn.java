package io.qunbot.pipeline;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Upshot;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One event on its way through the stages of its profile.
 *
 * <p>A stage's result counts only for the thread that claims the stage's step. When a stage overruns its
 * deadline somebody else claims it ({@link #giveUp}) and runs the rest; the thread that is still inside
 * the stage finds its claim gone and has to leave.
 *
 * <p>Every stage has two steps: one when the event comes by, unless another stage ended it before, and one when all
 * are done, for those that look back.
 */
public final class Turn {

    private static final Logger log = LoggerFactory.getLogger(Turn.class);
    /** What recurs and failed is tried again after this. */
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final Finding STOPS = Finding.of(Finding.Kind.NOTED, "到此为止,后面的插件不再看这条消息",
            "it ends here: no later plugin sees the event").with("stops", 1);

    private final Event event;
    private final Profile profile;
    private final Surroundings around;
    private final Quarantine quarantine;
    private final AtomicInteger step = new AtomicInteger();
    private final List<Decision.Wanted> actions = new ArrayList<>(2);
    private final List<MemoryChange> memory = new ArrayList<>(2);
    private final List<Note> trace = new ArrayList<>(2);
    private @Nullable Set<Place> acting;
    private @Nullable Beat beat;
    private volatile @Nullable StageContext running;
    private volatile @Nullable String ended;

    public Turn(Event event, Profile profile, Surroundings around, Quarantine quarantine) {
        this.event = event;
        this.profile = profile;
        this.around = around;
        this.quarantine = quarantine;
    }

    /**
     * Runs the stages that are left.
     *
     * @return what was decided; null when a stage was given up meanwhile: the turn then belongs to another
     *         thread, and this one has to stop
     */
    public @Nullable Decision run() {
        for (int at = step.get(); at < 2 * stages(); at = step.get()) {
            Installed stage = stage(at);
            if (isBack(at) ? !looksBack(stage) : passesBy(stage)) {
                step.compareAndSet(at, at + 1);
            } else if (!runs(stage, at)) {
                return null;
            }
        }
        return new Decision(actions, memory, trace, acting == null ? Set.of() : acting,
                Optional.ofNullable(beat));
    }

    private int stages() {
        return profile.stages().size();
    }

    private Installed stage(int at) {
        return profile.stages().get(at % stages());
    }

    private boolean isBack(int at) {
        return at >= stages();
    }

    private boolean looksBack(Installed stage) {
        return stage.looksBack() && quarantine.heldUntil(profile.ward(), stage.plugin(), around.now()).isEmpty();
    }

    /** The step that runs now; compare it with an earlier reading to see whether the turn moves. */
    public int step() {
        return step.get();
    }

    /**
     * Takes a stage away from the thread that runs it. When this returns true the caller owns the turn and
     * has to {@link #run} it further.
     *
     * @param at the step that is stuck
     */
    public boolean giveUp(int at, String why) {
        StageContext stuck = running;
        if (at >= 2 * stages() || !step.compareAndSet(at, at + 1)) {
            return false;
        }
        if (stuck != null) {
            stuck.kill();
        }
        failed(stage(at), why, null);
        return true;
    }

    /** Whether a stage ended it, so that those behind did not see the event. */
    public boolean isStopped() {
        return ended != null;
    }

    public Event event() {
        return event;
    }

    public Profile profile() {
        return profile;
    }

    private boolean passesBy(Installed stage) {
        if (event instanceof Event.Addressed addressed && !addressed.plugin().equals(stage.plugin())) {
            return true;
        }
        Optional<Instant> until = quarantine.heldUntil(profile.ward(), stage.plugin(), around.now());
        until.ifPresent(time -> {
            trace.add(new Note(stage.plugin(), quarantined(stage, time), false));
            ringsAgain(stage, time);
        });
        return until.isPresent();
    }

    /** An alarm that its plugin could not deal with is not lost. */
    private void ringsAgain(Installed stage, Instant at) {
        if (event instanceof Event.Rang rang && rang.plugin().equals(stage.plugin())) {
            actions.add(new Decision.Wanted(stage.plugin(), new Action.Wake(rang.key(), at, rang.payload())));
        }
    }

    private Finding quarantined(Installed stage, Instant until) {
        long left = Duration.between(around.now(), until).toSeconds();
        return Finding.of(Finding.Kind.BARRED,
                () -> new Words("插件连续出错,隔离中,还有 " + left + " 秒",
                        "the plugin failed again and again and is quarantined for another "
                                + left + " s"))
                .because(() -> profile.services().where("plugins", stage.plugin())).with("left", (double) left);
    }

    /** @return false when the turn was taken away meanwhile */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private boolean runs(Installed stage, int at) {
        StageContext context = new StageContext(around, stage.plugin());
        running = context;
        Reaction reaction = null;
        Throwable failure = null;
        try {
            reaction = isBack(at) ? stage.stage().afterwards(event, upshot(), context) : on(stage, context);
        } catch (Throwable thrown) { // a LinkageError or StackOverflowError is the plugin's failure, not the server's
            failure = thrown;
        }
        boolean last = reaction != null && !reaction.goOn() && !isBack(at);
        if (!step.compareAndSet(at, last ? stages() : at + 1)) {
            return false;
        }
        if (last) {
            ended = stage.plugin();
        }
        context.kill();
        if (reaction == null) {
            failed(stage, failure == null ? "returned null" : String.valueOf(failure), failure);
        } else {
            took(stage, context, reaction);
        }
        return true;
    }

    private @Nullable Reaction on(Installed stage, StageContext context) throws Exception {
        return stage.keepsTime()
                ? new Timekeeper(stage.stage(), around, context, event).run()
                : stage.stage().on(event, context);
    }

    private Upshot upshot() {
        return Summing.up(trace, actions, profile, around.group().chat().kind(), Optional.ofNullable(ended));
    }

    private void took(Installed stage, StageContext context, Reaction reaction) {
        for (var action : reaction.actions()) {
            actions.add(new Decision.Wanted(stage.plugin(), action));
        }
        memory.addAll(context.changes());
        trace.addAll(context.notes());
        beat = context.beat() == null ? beat : context.beat();
        if (around.explains() && !reaction.goOn()) {
            trace.add(new Note(stage.plugin(), STOPS, false));
        }
        if (!context.acting().isEmpty()) {
            acting = acting == null ? new LinkedHashSet<>(2) : acting;
            acting.addAll(context.acting());
        }
    }

    private void failed(Installed stage, String why, @Nullable Throwable cause) {
        trace.add(new Note(stage.plugin(), null, why, true));
        if (stage.keepsTime()) {
            ringsAgain(stage, around.now().plus(AGAIN));
        }
        boolean out = quarantine.failed(profile.ward(), stage.plugin(), around.now());
        log.warn("plugin {} of profile {} failed in {} on event {}: {}{}", stage.plugin(), profile.id(), event.lane(),
                event.id().key(), why, out ? "; it is quarantined" : "", cause);
    }
}
