package io.qunbot.dispatch;

import io.qunbot.dispatch.Workers.Runner;
import io.qunbot.dispatch.Workers.Worker;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.Turn;
import org.jspecify.annotations.Nullable;

/** A lane at work on one event: the turn, and who goes on with the lane when the turn is done. */
final class Running implements Runner, Workers.Step {

    /** How many events of a lane are dealt with before another lane has its turn. */
    private static final int FAIR = 64;

    private final Turns turns;
    private final Lane lane;
    private final Pending pending;
    private final Turns.Begun begun;
    private final Turn turn;

    private Running(Turns turns, Lane lane, Pending pending) {
        this.turns = turns;
        this.lane = lane;
        this.pending = pending;
        this.begun = turns.begin(lane, pending);
        this.turn = begun.turn();
    }

    /** What a worker does with a lane that has events. */
    static Runner of(Turns turns, Lane lane) {
        return new Runner() {
            @Override
            public @Nullable Runner run(Worker worker) {
                return work(turns, lane, worker) ? this : null;
            }
        };
    }

    /** @return whether the lane has to be queued again */
    private static boolean work(Turns turns, Lane lane, Worker worker) {
        for (int count = 0; count < FAIR; count++) {
            Pending pending = lane.next();
            boolean goesOn = attempt(turns, lane, pending, worker);
            if (!goesOn) {
                return false;
            }
        }
        return true;
    }

    /** @return false when the lane is empty, or belongs to another thread now */
    private static boolean attempt(Turns turns, Lane lane, Pending pending, Worker worker) {
        Running running;
        try {
            running = new Running(turns, lane, pending);
        } catch (RuntimeException | Error failure) {
            turns.failed(pending, failure);
            return lane.done();
        }
        return running.finish(worker);
    }

    /** Goes on with a turn that was taken away from another thread, then with its lane. */
    @Override
    public @Nullable Runner run(Worker worker) {
        return finish(worker) ? of(turns, lane) : null;
    }

    /** Whatever goes wrong, the lane goes on. @return false when it is empty, or belongs to another thread now */
    private boolean finish(Worker worker) {
        try {
            return complete(worker);
        } catch (RuntimeException | Error failure) {
            worker.enters(null);
            turns.failed(pending, failure);
            return lane.done();
        }
    }

    private boolean complete(Worker worker) {
        worker.enters(this);
        Decision decision = turn.run();
        if (decision == null) {
            worker.leave();
            return false;
        }
        worker.enters(null);
        turns.decided(lane, pending, begun, decision);
        return lane.done();
    }

    @Override
    public int step() {
        return turn.step();
    }

    @Override
    public @Nullable Runner takeAway(int step, String why) {
        return turn.giveUp(step, why) ? this : null;
    }
}
