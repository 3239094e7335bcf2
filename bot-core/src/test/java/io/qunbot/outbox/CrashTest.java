package io.qunbot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Receipt;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed between 'about to send' and 'sent'. */
class CrashTest {

    @TempDir
    private Path before;

    @TempDir
    private Path after;

    private final VirtualClock clock = new VirtualClock(Rows.NOW);
    private final List<String> said = new ArrayList<>();

    /** What another process finds if this one is killed while the gateway is asked. */
    private void killWhileSaying(Manner manner) {
        try (Store store = Rows.open(before)) {
            OutboxRow words = Rows.words(1, "一");
            Rows.write(store, tables -> {
                tables.lane(Rows.chat(1, ChatKind.INTERNAL), Rows.NOW);
                tables.post(words.with(OutboxRow.Route.by("wecom", manner)));
            });
            new Outbox(store, Map.of("wecom", _ -> {
                copy();
                return Receipt.SENT;
            }), clock).deliver("wecom");
        }
    }

    private void copy() {
        try {
            for (String file : List.of("qunbot.db", "qunbot.db-wal")) {
                Files.copy(before.resolve(file), after.resolve(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private OutboxRow goOn() {
        try (Store store = Rows.open(after)) {
            new Outbox(store, Terms.of(Map.of("wecom", posting -> {
                said.add(posting.body().plain());
                return Receipt.SENT;
            })), clock).deliver("wecom");
            return store.wordsOf(1).getFirst();
        }
    }

    @Test
    void whatMustArriveIsSaidAgainAndMaybeTwice() {
        killWhileSaying(Manner.ANSWER);

        OutboxRow words = goOn();
        assertThat(said).containsExactly("一");
        assertThat(words.outcome()).isEqualTo(Outcome.SENT);
        assertThat(words.reason()).contains("可能说了两次").contains("maybe said twice");
    }

    @Test
    void whatMustNotBeSaidTwiceIsGivenUp() {
        killWhileSaying(Manner.AD);

        OutboxRow words = goOn();
        assertThat(said).isEmpty();
        assertThat(words.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(words.reason()).contains("不知道说出去没有").contains("not known whether it was said");
    }

    @Test
    void whatIsTooLateByThenIsNotSaidAgain() {
        killWhileSaying(Manner.ANSWER);
        clock.set(clock.instant().plus(Duration.ofHours(1)));

        OutboxRow words = goOn();
        assertThat(said).isEmpty();
        assertThat(words.reason()).contains("not known whether it was said");
    }
}
