package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trying again and taking back, whatever became of words. */
class PostboxTest {

    private static final Set<Outcome> ENDED = EnumSet.of(Outcome.FAILED, Outcome.EXPIRED, Outcome.CANCELLED);

    @TempDir
    private Path folder;
    private WayOut way;

    @BeforeEach
    void open() {
        way = new WayOut(folder);
    }

    @AfterEach
    void close() {
        way.close();
    }

    private Postbox postbox() {
        return new Postbox(way.store, way.clock, () -> {}, way.outbox.tasks()::takeBack);
    }

    private OutboxRow words(Outcome outcome) {
        OutboxRow words = Rows.words(WayOut.COLLEAGUES, "一").with(OutboxRow.Route.by("robot", Manner.ANSWER));
        Rows.write(way.store, tables -> tables.post(words.ended(outcome, "")));
        return way.last();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatWasGivenUpIsTriedAgain(Outcome outcome) {
        OutboxRow words = words(outcome);
        if (ENDED.contains(outcome)) {
            assertThat(postbox().retry(words.id())).hasValueSatisfying(
                    entry -> assertThat(entry.outcome()).isEqualTo("waiting"));
            way.work();
            assertThat(way.row(words.id()).outcome()).isEqualTo(Outcome.SENT);
        } else {
            refusedWithASentence(catchThrowableOfType(Refused.class, () -> postbox().retry(words.id())), outcome);
            assertThat(way.row(words.id())).isEqualTo(words);
        }
    }

    private static void refusedWithASentence(Refused refused, Outcome outcome) {
        assertThat(refused.words().zh()).startsWith("第 ").contains(outcome.name().toLowerCase(Locale.ROOT));
        assertThat(refused.words().en()).startsWith("words ").hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @EnumSource(names = "QUEUED_FOR_CONFIRMATION", mode = EnumSource.Mode.EXCLUDE)
    void onlyWhatWaitsIsTakenBack(Outcome outcome) {
        OutboxRow words = words(outcome);
        if (outcome == Outcome.WAITING) {
            assertThat(postbox().cancel(words.id())).hasValueSatisfying(
                    entry -> assertThat(entry.outcome()).isEqualTo("cancelled"));
            way.work();
            assertThat(way.received(WayOut.SAY)).isEmpty();
        } else {
            refusedWithASentence(catchThrowableOfType(Refused.class, () -> postbox().cancel(words.id())), outcome);
            assertThat(way.row(words.id())).isEqualTo(words);
        }
    }

    @Test
    void aTaskThatNobodyConfirmedIsTakenBackFromTheColleaguesClient() {
        OutboxRow task = way.task("今晚八点直播");
        way.work();
        assertThat(postbox().cancel(task.id())).hasValueSatisfying(
                entry -> assertThat(entry.outcome()).isEqualTo("cancelled"));
        assertThat(way.received(WayOut.CANCEL)).hasSize(1);

        way.wecom.next(WayOut.CANCEL, Fault.code(48002));
        OutboxRow other = way.task("明晚八点直播");
        way.work();
        assertThatThrownBy(() -> postbox().cancel(other.id())).isInstanceOf(Refused.class)
                .hasMessageContaining("not taken back");
        assertThat(way.row(other.id()).outcome()).isEqualTo(Outcome.QUEUED_FOR_CONFIRMATION);
    }

    @Test
    void whatHasNoChannelIsNotTriedAgain() {
        Rows.write(way.store, tables -> tables.post(Rows.words(WayOut.COLLEAGUES, "一")
                .with(OutboxRow.Route.by("", Manner.ANSWER)).ended(Outcome.FAILED, "")));
        assertThatThrownBy(() -> postbox().retry(way.last().id())).isInstanceOf(Refused.class)
                .hasMessageContaining("no channel");
        assertThat(postbox().retry(99)).isEmpty();
        assertThat(postbox().cancel(99)).isEmpty();
    }
}
