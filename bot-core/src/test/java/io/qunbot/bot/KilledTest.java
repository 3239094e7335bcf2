package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.store.OutboxRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On each way out the process is killed between 'about to send' and 'sent'; another goes on with its disk. */
class KilledTest {

    @TempDir
    private Path disk;

    @TempDir
    private Path found;
    private Exits exits;

    @BeforeEach
    void open() throws GatewayException {
        exits = new Exits(disk);
    }

    @AfterEach
    void close() {
        exits.close();
    }

    /** What is on the disk at this moment is what a kill leaves. */
    private void copy() {
        try {
            for (String file : List.of("qunbot.db", "qunbot.db-wal")) {
                Files.copy(disk.resolve(file), found.resolve(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private OutboxRow killed(Exit exit, Manner manner, boolean afterWecomTookIt) {
        if (afterWecomTookIt) {
            exits.after = this::copy;
        } else {
            exits.before = this::copy;
        }
        OutboxRow words = exits.post(exit, "一句话", manner);
        exits.work();
        return words;
    }

    @ParameterizedTest
    @EnumSource
    void whatMustArriveIsSaidAgainWhenItWasSaid(Exit exit) {
        OutboxRow words = killed(exit, Manner.ANSWER, true);
        exits.goOn(found);
        exits.settle();
        exits.work();

        List<String> asked = exits.asked(exit, "一句话");
        assertThat(asked).as("the same twice, to the letter").hasSize(2).containsOnly(asked.getFirst());
        assertThat(exits.now(words)).satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(exit == Exit.ADDRESS ? Outcome.FAILED : exit.taken());
            assertThat(row.route().doubt()).isEqualTo(exit != Exit.COLLEAGUE);
            assertThat(row.reason()).contains(switch (exit) {
                case COLLEAGUE -> "";
                case ADDRESS -> "of one attempt it is not known whether it was said";
                default -> "maybe said twice";
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatMustArriveArrivesWhenItHadNotLeft(Exit exit) {
        exits.before = () -> {
            copy();
            throw new IllegalStateException("killed");
        };
        OutboxRow words = exits.post(exit, "一句话", Manner.ANSWER);
        exits.work();
        assertThat(exits.asked(exit, "一句话")).isEmpty();
        exits.goOn(found);
        exits.work();

        assertThat(exits.asked(exit, "一句话")).hasSize(1);
        assertThat(exits.now(words).outcome()).isEqualTo(exit.taken());
        assertThat(exits.now(words).route().doubt()).as("nobody knows").isEqualTo(exit != Exit.COLLEAGUE);
    }

    @ParameterizedTest
    @EnumSource
    void whatMustNotBeSaidTwiceIsGivenUpUnlessTheChannelKnowsItAgain(Exit exit) {
        OutboxRow words = killed(exit, Manner.AD, true);
        exits.goOn(found);
        exits.settle();
        exits.work();

        boolean known = exit == Exit.COLLEAGUE;
        assertThat(exits.asked(exit, "一句话")).hasSize(known ? 2 : 1);
        assertThat(exits.now(words).outcome()).isEqualTo(known ? Outcome.SENT : Outcome.FAILED);
        assertThat(exits.now(words).reason()).contains(known ? "" : "not known whether it was said");
    }
}
