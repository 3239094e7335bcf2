package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.Outcome;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.store.JournalRow;
import io.qunbot.store.JournalState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatcherTest {

    @TempDir
    private Path folder;

    record Count(int value) {}

    /** Answers everything with how many messages this chat has had. */
    static final Stage COUNTING = (event, chat) -> {
        if (!(event instanceof Event.Said)) {
            return Reaction.pass();
        }
        int count = chat.memory().get("count", Count.class).map(Count::value).orElse(0) + 1;
        chat.memory().put("count", new Count(count));
        return Reaction.pass(new Action.Say("第 " + count + " 条", "count"));
    };

    @Test
    void twoHundredPeopleWhoJoinWithinASecondAreTwoHundredTurns() throws Exception {
        Stage names = (event, chat) -> {
            if (event instanceof Event.Joined joined) {
                joined.members().forEach(member -> chat.memory(member).put("joined", new Count(1)));
            }
            return Reaction.pass();
        };
        try (House house = new House(folder, House.Plan.of("names", names))) {
            List<Letter> letters = IntStream.range(0, 200)
                    .mapToObj(number -> house.letter(house.joined("j" + number, "wr1", "member" + number))).toList();
            Crowd.inThreads(thread -> {
                for (int at = thread; at < letters.size(); at += Crowd.THREADS) {
                    house.dispatcher.accept(letters.get(at));
                }
            });
            house.await(letters);

            assertThat(letters).allSatisfy(letter -> assertThat(letter.answer()).isEmpty());
            assertThat(house.dispatcher.counters().turns.sum()).isEqualTo(200);
            assertThat(house.journal()).hasSize(200).extracting(JournalRow::state).containsOnly(JournalState.DONE);
            assertThat(IntStream.range(0, 200).filter(number -> house
                    .remembered("wr1", "names", "member" + number + "\u001fjoined").isPresent()).count())
                    .isEqualTo(200);
        }
    }

    @Test
    void theOrderWithinAChatHoldsUnderManyThreads() throws Exception {
        Set<String> disorder = ConcurrentHashMap.newKeySet();
        Stage orderly = (event, chat) -> {
            if (event instanceof Event.Said said) {
                int number = Integer.parseInt(said.content().words());
                int last = chat.memory(said.by()).get("last", Count.class).map(Count::value).orElse(-1);
                if (number != last + 1) {
                    disorder.add(said.by() + ": " + number + " after " + last);
                }
                chat.memory(said.by()).put("last", new Count(number));
            }
            return Reaction.pass();
        };
        try (House house = new House(folder, House.Plan.of("orderly", orderly))) {
            Crowd.inThreads(thread -> {
                for (int number = 0; number < 150; number++) {
                    for (String chat : List.of("wr1", "wr2", "wr3")) {
                        house.dispatcher.accept(house.letter(house.said(chat + "/" + thread + "/" + number, chat,
                                "member" + thread, String.valueOf(number))));
                    }
                    house.dispatcher.flush();
                }
            });
            house.settle();

            assertThat(disorder).isEmpty();
            assertThat(house.journal()).hasSize(3 * Crowd.THREADS * 150);
            assertThat(IntStream.range(0, Crowd.THREADS)).allSatisfy(thread -> assertThat(
                    house.remembered("wr2", "orderly", "member" + thread + "\u001flast")).contains("{\"value\":149}"));
            Map<String, Integer> last = new ConcurrentHashMap<>();
            assertThat(house.journal()).allSatisfy(row -> {
                String[] parts = row.id().key().split("/", -1);
                Integer before = last.put(parts[0] + "/" + parts[1], Integer.parseInt(parts[2]));
                assertThat(Integer.parseInt(parts[2])).isEqualTo(before == null ? 0 : before + 1);
            });
        }
    }

    @Test
    void whatTakesTooLongIsAcknowledgedAndItsAnswerGoesTheOtherWay() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Stage slow = (event, chat) -> {
            release.await();
            return COUNTING.on(event, chat);
        };
        try (House house = new House(folder, House.Plan.of("count", slow))) {
            Event event = house.said("1", "wr1", "李雷", "在吗");
            Letter letter = house.letter(event);
            house.dispatcher.accept(letter);
            house.dispatcher.flush();
            house.dispatcher.tick(System.nanoTime());
            assertThat(letter.isDone()).isFalse();

            house.clock.set(House.START.plusSeconds(3));
            house.until(letter::isDone);
            assertThat(letter.answer()).isEmpty();
            assertThat(house.dispatcher.counters().deferred.sum()).isEqualTo(1);
            assertThat(house.row("1").orElseThrow().state()).isEqualTo(JournalState.OPEN);

            Letter again = house.letter(event);
            house.dispatcher.accept(again);
            house.until(again::isDone);
            assertThat(again.answer()).as("a redelivery is not kept waiting").isEmpty();

            release.countDown();
            house.settle();
            assertThat(house.store.lastRun().unfinished()).isEmpty();
            house.pass(Duration.ZERO);
            assertThat(house.spoken).containsExactly("wr1: 第 1 条");
        }
    }

    @Test
    void anOldEventIsRecordedAndCountedAndNotAnswered() {
        try (House house = new House(folder, House.Plan.of("count", COUNTING))) {
            Event old = house.said("1", "wr1", "李雷", "在吗");
            house.clock.set(House.START.plus(Duration.ofMinutes(11)));

            assertThat(house.deliver(old)).isEmpty();
            assertThat(house.row("1").orElseThrow().state()).isEqualTo(JournalState.RECORDED);
            assertThat(house.dispatcher.counters().stale.sum()).isEqualTo(1);
            assertThat(house.deliver(house.said("2", "wr1", "李雷", "在吗"))).isEqualTo("第 1 条");
        }
    }

    @Test
    void aProfileThatWatchesRecordsWhatItWouldSay() {
        try (House house = new House(folder, House.Plan.of("count", COUNTING).mode("watch"))) {
            assertThat(house.deliver(house.said("1", "wr1", "李雷", "在吗"))).isEmpty();
            house.pass(Duration.ofMinutes(1));

            assertThat(house.spoken).isEmpty();
            assertThat(house.words("1")).singleElement().satisfies(words -> {
                assertThat(words.outcome()).isEqualTo(Outcome.WATCHED);
                assertThat(words.body()).isEqualTo("第 1 条");
                assertThat(words.plugin()).isEqualTo("count");
            });
        }
    }

    @Test
    void tagsFollowAMemberAcrossGroups() {
        Stage tags = (event, chat) -> event instanceof Event.Said said ? tag(said, chat) : Reaction.pass();
        try (House house = new House(folder, House.Plan.of("tags", tags))) {
            assertThat(house.deliver(house.said("1", "wr1", "李雷", "+续费"))).isEqualTo("[]");
            assertThat(house.deliver(house.said("2", "wr1", "李雷", "+沉默"))).isEqualTo("[续费]");
            assertThat(house.deliver(house.said("3", "wr2", "李雷", "-续费"))).isEqualTo("[沉默, 续费]");
            assertThat(house.deliver(house.said("4", "wr2", "韩梅梅", "?"))).isEqualTo("[]");
            house.restart();
            assertThat(house.deliver(house.said("5", "wr3", "李雷", "?"))).isEqualTo("[沉默]");
        }
    }

    private static Reaction tag(Event.Said said, ChatContext chat) {
        Action answer = new Action.Say(chat.person(said.by()).tags().stream().sorted().toList().toString(), "");
        String text = said.content().words();
        List<String> tag = List.of(text.substring(1));
        return switch (text.charAt(0)) {
            case '+' -> Reaction.pass(answer, new Action.Tag(said.by(), tag, List.of(), ""));
            case '-' -> Reaction.pass(answer, new Action.Tag(said.by(), List.of(), tag, ""));
            default -> Reaction.pass(answer);
        };
    }

    @Test
    void whatAPluginSendsToAnotherLaneArrivesThereOnce() {
        Stage relay = (event, chat) -> switch (event) {
            case Event.Said said when said.content().words().startsWith("转") ->
                Reaction.pass(new Action.Emit(LaneId.of(new ChatId("wr2")), "relay", said.content().words()));
            case Event.Custom custom -> Reaction.pass(new Action.Say(custom.kind() + ": " + custom.payload(), ""));
            default -> Reaction.pass();
        };
        Stage nosy = (event, _) -> event instanceof Event.Custom
                ? Reaction.pass(new Action.Say("mine too", ""))
                : Reaction.pass();
        try (House house = new House(folder, House.Plan.of("relay", relay, "nosy", nosy))) {
            house.deliver(house.said("1", "wr2", "李雷", "在吗"));
            Event event = house.said("2", "wr1", "李雷", "转告");
            house.deliver(event);
            house.deliver(event);
            house.restart();
            house.deliver(event);
            house.pass(Duration.ofSeconds(1));

            assertThat(house.spoken).containsExactly("wr2: relay: 转告");
        }
    }

    @Test
    void whatCannotBeWrittenFailsAloneAndIsForgotten() {
        Stage careless = (event, chat) -> {
            Reaction counted = COUNTING.on(event, chat);
            return event instanceof Event.Said said && said.content().words().equals("坏")
                    ? Reaction.pass(new Action.Say("不会说出来", ""), unwritable())
                    : counted;
        };
        try (House house = new House(folder, House.Plan.of("count", careless))) {
            List<Letter> letters = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                letters.add(house.letter(house.said("n" + number, "wr" + number, "李雷", "好")));
            }
            Letter bad = house.letter(house.said("bad", "wr99", "李雷", "坏"));
            letters.add(10, bad);
            letters.forEach(house.dispatcher::accept);
            house.await(letters);

            assertThat(bad.answer()).isEmpty();
            assertThat(house.row("bad").orElseThrow().state()).isEqualTo(JournalState.FAILED);
            letters.remove(bad);
            assertThat(letters).allSatisfy(letter -> assertThat(letter.answer()).isEqualTo("第 1 条"));
            assertThat(house.deliver(house.said("next", "wr99", "李雷", "好")))
                    .as("what the failed turn remembered is gone").isEqualTo("第 1 条");
            assertThat(house.deliver(bad.again(house.clock.instant()))).isEmpty();
        }
    }

    @Test
    void whatFailsOutsideTheStagesRefusesTheEventAndTheChatGoesOn() {
        try (House house = new House(folder, House.Plan.of("count", COUNTING))) {
            for (Throwable failure : List.of(new IllegalStateException("a bug"), new AssertionError("a bug"))) {
                house.onDecided = _ -> thrown(failure);
                Letter letter = house.letter(house.said(failure.toString(), "wr1", "李雷", "在吗"));
                assertThat(house.deliver(letter)).isEqualTo(Letter.REFUSED);
                assertThat(house.dispatcher.underWay()).isZero();
            }
            house.onDecided = _ -> {};
            assertThat(house.deliver(house.said("next", "wr1", "李雷", "在吗"))).isEqualTo("第 1 条");
            assertThat(house.journal()).hasSize(1);
        }
    }

    private static void thrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @SuppressWarnings("NullAway") // plugins are not compiled by us
    private static Action unwritable() {
        return new Action.Wake("k", House.START.plusSeconds(60), null);
    }

    @Test
    void theNewestTwoDaysAreNeverForgotten() {
        Stage forgetful = (event, chat) -> event instanceof Event.Said said && said.content().words().equals("忘")
                ? Reaction.pass(new Action.Forget(chat.now().plus(Duration.ofDays(1))))
                : Reaction.pass();
        try (House house = new House(folder, House.Plan.of("forgetful", forgetful))) {
            house.deliver(house.said("old", "wr1", "李雷", "旧"));
            house.deliver(house.said("other", "wr2", "李雷", "别的群"));
            house.pass(Duration.ofHours(49));
            house.deliver(house.said("new", "wr1", "李雷", "新"));
            house.pass(Duration.ofMinutes(6)); // the index by chat is brought up to date now and then
            house.deliver(house.said("forget", "wr1", "李雷", "忘"));
            house.until(() -> house.row("old").isEmpty());

            assertThat(house.journal()).extracting(row -> row.id().key()).containsExactly("other", "new", "forget");
        }
    }
}
