package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.store.OutboxRow;
import io.qunbot.wecom.api.ErrorTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way out, and each way in which it can go wrong: what becomes of the words, and that no other way notices. */
class EveryEndTest {

    private static final List<String> TOKEN_FAULTS = List.of("40001", "40014", "42001");

    @TempDir
    private Path folder;
    private Exits exits;

    @BeforeEach
    void open() throws GatewayException {
        exits = new Exits(folder);
    }

    @AfterEach
    void close() {
        exits.close();
    }

    static Stream<Arguments> codes(String... codes) {
        return Arrays.stream(Exit.values())
                .flatMap(exit -> Arrays.stream(codes).map(code -> Arguments.of(exit, code)));
    }

    static Stream<Arguments> passing() {
        return codes("45009", "45033");
    }

    static Stream<Arguments> token() {
        return codes("40014", "42001");
    }

    static Stream<Arguments> forSomebodyToMend() {
        return Stream.concat(codes("93000", "60020", "48002", "60011", "301002"),
                Arrays.stream(Exit.values()).filter(exit -> !exit.usesToken())
                        .map(exit -> Arguments.of(exit, "40001")));
    }

    static Stream<Arguments> unknown() {
        return Arrays.stream(Exit.values()).flatMap(exit -> (exit.isLine()
                ? Stream.of("-1", "reset", "stall")
                : Stream.of("-1", "reset", "stall", "half", "html", "502")).map(how -> Arguments.of(exit, how)));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesIsWaitedForAndSaidOnce(Exit exit, String code) {
        exits.next(exit, code);
        OutboxRow words = exits.post(exit, "一句话", Manner.AD);
        exits.work();
        assertThat(exits.now(words)).satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.WAITING);
            assertThat(row.reason()).startsWith(code + " " + ErrorTable.of(Integer.parseInt(code)).words());
            assertThat(row.due()).isAfterOrEqualTo(exits.clock.instant().plusSeconds(code.equals("45009") ? 60 : 2));
        });

        exits.settle();
        taken(exit, words, "");
        assertThat(exits.asked(exit, "一句话")).hasSize(2);
    }

    private void taken(Exit exit, OutboxRow words, String reason) {
        assertThat(exits.now(words)).satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(exit.taken());
            assertThat(row.reason()).contains(reason);
            assertThat(row.route().doubt()).isEqualTo(!reason.isEmpty());
        });
    }

    @ParameterizedTest
    @MethodSource("token")
    void aTokenThatIsOverCostsNothing(Exit exit, String code) {
        exits.next(exit, code);
        OutboxRow words = exits.post(exit, "一句话", Manner.AD);
        exits.work();
        if (exit.usesToken()) {
            taken(exit, words, "");
        }
        exits.settle();
        taken(exit, words, "");
        assertThat(exits.asked(exit, "一句话")).hasSize(2);
        assertThat(exits.outbox.stopped()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forSomebodyToMend")
    void whatSomebodyHasToMendStopsThisChannelAloneAndSaysWhatToDo(Exit exit, String code) {
        exits.next(exit, code);
        OutboxRow words = exits.post(exit, "一句话", Manner.ANSWER);
        List<OutboxRow> others = Exits.others(exit).stream().map(each -> exits.post(each, "别处", Manner.ANSWER))
                .toList();
        exits.work();
        String what = ErrorTable.of(Integer.parseInt(code)).words();
        assertThat(exits.outbox.stopped()).containsOnlyKeys(exit.gateway);
        assertThat(exits.outbox.stopped().get(exit.gateway)).startsWith(code + " " + what)
                .doesNotContain("key1", "s3cret", "code" + words.id());
        assertThat(exits.now(words).outcome()).isEqualTo(Outcome.WAITING);
        others.forEach(other -> taken(Exits.exit(other), other, ""));

        exits.outbox.resume();
        exits.settle();
        taken(exit, words, "");
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void whereNobodyKnowsTheRuleDecidesAndTheOutcomeSaysSo(Exit exit, String how) {
        exits.next(exit, how);
        OutboxRow answer = exits.post(exit, "一句话", Manner.ANSWER);
        List<OutboxRow> others = Exits.others(exit).stream().map(each -> exits.post(each, "别处", Manner.ANSWER))
                .toList();
        exits.work();
        others.forEach(other -> taken(Exits.exit(other), other, ""));
        exits.settle();
        again(exit, answer, how);
        assertThat(exits.asked(exit, "一句话")).hasSize(2);

        exits.next(exit, how);
        OutboxRow advertisement = exits.post(exit, "另一句", Manner.AD);
        exits.work();
        exits.settle();
        if (exit == Exit.COLLEAGUE) {
            taken(exit, advertisement, "");
        } else {
            assertThat(exits.now(advertisement).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(exits.now(advertisement).reason()).contains("at-most-once", "not known whether it was said");
            assertThat(exits.asked(exit, "另一句")).hasSize(1);
        }
    }

    /** A colleague's message is known again; an address is good once, and what it took it takes no more. */
    private void again(Exit exit, OutboxRow answer, String how) {
        if (exit == Exit.COLLEAGUE) {
            taken(exit, answer, "");
        } else if (exit == Exit.ADDRESS && (how.equals("reset") || how.equals("half"))) {
            assertThat(exits.now(answer).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(exits.now(answer).reason()).contains("of one attempt it is not known whether it was said");
        } else {
            taken(exit, answer, "maybe said twice");
        }
    }

    @ParameterizedTest
    @MethodSource("token")
    void aSecretThatIsWrongForGoodStopsTheApp(Exit exit, String code) {
        if (!exit.usesToken()) {
            return;
        }
        TOKEN_FAULTS.forEach(_ -> exits.wecom.next("/cgi-bin/gettoken", Fault.code(40001)));
        exits.next(exit, code);
        OutboxRow words = exits.post(exit, "一句话", Manner.ANSWER);
        exits.work();

        assertThat(exits.now(words).outcome()).isEqualTo(Outcome.WAITING);
        assertThat(exits.outbox.stopped().get("app")).startsWith("40001").contains("Secret");
        assertThat(ErrorTable.of(40001).remedy()).isEqualTo(Remedy.DISABLE);
    }
}
