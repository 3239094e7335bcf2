package io.qunbot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Verdict;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.store.Duty;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What nobody takes up in time. */
class DeskTest {

    private static final Duration STEP = Duration.ofMinutes(10);
    private static final MemberId XU = new MemberId("xu");

    @TempDir
    private Path folder;
    private final VirtualClock clock = new VirtualClock(Rows.NOW);
    private Store store;
    private Desk desk;

    @BeforeEach
    void open() {
        store = Rows.open(folder);
        desk = new Desk(store, clock);
        Rows.write(store, tables -> tables.lane(Rows.chat(1, ChatKind.CUSTOMER), Rows.NOW));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private OutboxRow given(String kind, Outcome outcome, List<MemberId> next) {
        return given(kind, outcome, Duty.about("问").until(Rows.NOW.plus(STEP), STEP, next));
    }

    private OutboxRow given(String kind, Outcome outcome, Duty duty) {
        OutboxRow row = Rows.words(1, "答").handed(kind, "zhou").with(duty)
                .with(OutboxRow.Route.by("app", Manner.HANDOFF)).ended(outcome, "");
        Rows.write(store, tables -> tables.post(row));
        return row(store.outgoing().last());
    }

    private OutboxRow row(long id) {
        return store.outgoing().words(id).orElseThrow();
    }

    private void sweepAfter(Duration time) {
        clock.set(Rows.NOW.plus(time));
        desk.sweep();
    }

    @Test
    void beforeItsTimeNothingIsHandedOn() {
        given("tell", Outcome.SENT, List.of(XU));
        assertThat(desk.sweep()).contains(Rows.NOW.plus(STEP));
        sweepAfter(STEP.minusMillis(1));
        assertThat(store.outgoing().last()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"tell,SENT", "draft,DRAFT_FOR_HUMAN", "draft,UNSUPPORTED", "tell,FAILED"})
    void theNextGetsTheSameWordsWithAWholeTimeOfTheirOwn(String kind, Outcome outcome) {
        OutboxRow first = given(kind, outcome, List.of(XU));
        sweepAfter(STEP);

        assertThat(row(first.id()).duty().verdict()).contains(Verdict.PASSED);
        assertThat(row(first.id()).duty().judge()).isEmpty();
        assertThat(row(2)).satisfies(second -> {
            assertThat(second.recipient()).isEqualTo("xu");
            assertThat(second.outcome()).isEqualTo(Outcome.WAITING);
            assertThat(second.plain()).isEqualTo("答");
            assertThat(second.duty().quote()).isEqualTo("问");
            assertThat(second.duty().deadline()).contains(Rows.NOW.plus(STEP.multipliedBy(2)));
            assertThat(second.duty().next()).isEmpty();
        });
    }

    @Test
    void aTellThatNobodyTakesStaysToldAndADraftExpires() {
        OutboxRow tell = given("tell", Outcome.SENT, List.of());
        OutboxRow draft = given("draft", Outcome.DRAFT_FOR_HUMAN, List.of());
        sweepAfter(STEP);

        assertThat(row(tell.id()).outcome()).isEqualTo(Outcome.SENT);
        assertThat(row(draft.id()).outcome()).isEqualTo(Outcome.EXPIRED);
        assertThat(List.of(row(tell.id()), row(draft.id())))
                .allSatisfy(row -> assertThat(row.duty().verdict()).contains(Verdict.NOBODY));
        assertThat(desk.sweep()).isEmpty();
    }

    @Test
    void whatCouldNotBeBroughtToTheLastOfThemHasFailedAndNoMore() {
        OutboxRow failed = given("tell", Outcome.FAILED, List.of());
        sweepAfter(STEP);
        assertThat(row(failed.id()).duty().verdict()).isEmpty();
        assertThat(store.outgoing().last()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, names = {"WAITING", "CANCELLED", "WATCHED", "EXPIRED"})
    void whatIsNotBeforeAnybodyIsNotHandedOn(Outcome outcome) {
        given("tell", outcome, List.of(XU));
        sweepAfter(STEP.multipliedBy(3));
        assertThat(store.outgoing().last()).isEqualTo(1);
    }

    @Test
    void whatMayBeTakenUpAtAnyTimeIsNeverHandedOn() {
        given("tell", Outcome.SENT, Duty.about("问"));
        assertThat(desk.sweep()).isEmpty();
        sweepAfter(Duration.ofDays(30));
        assertThat(store.outgoing().last()).isEqualTo(1);
    }

    @Test
    void anotherSweepChangesNothing() {
        given("tell", Outcome.SENT, List.of(XU));
        sweepAfter(STEP);
        desk.sweep();
        assertThat(store.outgoing().last()).isEqualTo(2);
    }
}
