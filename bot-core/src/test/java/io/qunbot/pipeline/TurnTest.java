package io.qunbot.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.qunbot.chat.Action;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Group;
import io.qunbot.plugin.Memory;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.Upshot;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TurnTest {

    private static final Instant NOW = Instant.parse("2026-12-03T01:00:00Z");
    private static final Chat CHAT = new Chat(new ChatId("wr1"), ChatKind.INTERNAL, "wecom");
    private static final Event SAID = new Event.Said(new EventId("wecom", "1"), NOW, CHAT, new MemberId("李雷"),
            new Content.Text("在吗"), false);
    private static final Stage HELLO = (_, _) -> Reaction.pass(new Action.Say("您好", "hello"));

    private final Map<MemoryKey, Remembered> memory = new HashMap<>();
    private final Quarantine quarantine = new Quarantine(new Quarantine.Limits(2, Duration.ofMinutes(10),
            Duration.ofMinutes(5)));
    private Instant now = NOW;

    record Count(int value) {}

    record Times(Instant at, Duration after, LocalDate day, List<String> names) {}

    /** Stages that fail, each in its way, after they have wished, remembered and noted something. */
    static Stream<Stage> failures() {
        return Stream.of(
                begun(() -> {
                    throw new IllegalStateException("boom");
                }),
                begun(() -> {
                    throw new IOException("no network");
                }),
                begun(TurnTest::recurse),
                begun(() -> {
                    throw new NoClassDefFoundError("io/qunbot/Gone");
                }),
                begun(() -> {
                    throw new AssertionError("never");
                }),
                begun(TurnTest::nothing));
    }

    private interface Rest {
        Reaction go() throws Exception;
    }

    private static Stage begun(Rest rest) {
        return (_, chat) -> {
            chat.memory().put("count", new Count(7));
            chat.note(null, "began");
            return rest.go();
        };
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Reaction recurse() {
        return recurse();
    }

    @SuppressWarnings("NullAway") // plugins are not compiled by us
    private static Reaction nothing() {
        return null;
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aStageThatFailsTakesNothingButItsOwnWithIt(Stage failing) {
        Decision decision = decided(turn(SAID, HELLO, failing, HELLO));

        assertThat(decision.actions()).extracting(Decision.Wanted::plugin).containsExactly("p0", "p2");
        assertThat(decision.memory()).isEmpty();
        assertThat(decision.trace()).singleElement().satisfies(note -> {
            assertThat(note.plugin()).isEqualTo("p1");
            assertThat(note.failure()).isTrue();
            assertThat(note.why()).isNotEmpty();
        });
        assertThat(quarantine.patients()).extracting(Quarantine.Patient::plugin, Quarantine.Patient::failures)
                .containsExactly(tuple("p1", 1));
    }

    @Test
    void actionsMemoryAndNotesComeInTheOrderOfTheStages() {
        Decision decision = decided(turn(SAID, begun(() -> Reaction.pass(new Action.Say("一", ""))),
                (_, chat) -> {
                    chat.memory(new MemberId("李雷")).put("count", new Count(2));
                    chat.note(null, "second");
                    return Reaction.pass(new Action.Say("二", ""));
                }));

        assertThat(decision.actions()).extracting(wanted -> ((Action.Say) wanted.action()).text())
                .containsExactly("一", "二");
        assertThat(decision.memory()).extracting(MemoryChange::key)
                .containsExactly(new MemoryKey("p0", "count"), new MemoryKey("p1", "李雷\u001fcount"));
        assertThat(decision.trace()).extracting(Note::why).containsExactly("began", "second");
    }

    @Test
    void aStageThatStopsIsTheLastOne() {
        Decision decision = decided(turn(SAID, (_, _) -> Reaction.stop(new Action.Say("够了", "")), HELLO));

        assertThat(decision.actions()).extracting(Decision.Wanted::plugin).containsExactly("p0");
    }

    @Test
    void whatAPluginAskedForGoesToThatPluginOnly() {
        Event rang = new Event.Rang(new EventId("clock", "1"), NOW, CHAT.lane(), "p1", "k", "");

        Decision decision = decided(turn(rang, (_, _) -> Reaction.stop(), HELLO, HELLO));

        assertThat(decision.actions()).extracting(Decision.Wanted::plugin).containsExactly("p1");
    }

    @Test
    void aStageSeesWhatItHasJustRememberedAndNobodyElseDoes() {
        memory.put(new MemoryKey("p0", "count"), Remembered.ofJson("{\"value\":1}"));
        List<Optional<Count>> seen = new ArrayList<>();

        Decision decision = decided(turn(SAID, (_, chat) -> {
            seen.add(chat.memory().get("count", Count.class));
            chat.memory().put("count", new Count(2));
            seen.add(chat.memory().get("count", Count.class));
            chat.memory().remove("count");
            seen.add(chat.memory().get("count", Count.class));
            seen.add(chat.memory(new MemberId("李雷")).get("count", Count.class));
            return Reaction.pass();
        }, (_, chat) -> {
            seen.add(chat.memory().get("count", Count.class));
            return Reaction.pass();
        }));

        assertThat(seen).containsExactly(Optional.of(new Count(1)), Optional.of(new Count(2)), Optional.empty(),
                Optional.empty(), Optional.empty());
        assertThat(decision.memory()).containsExactly(new MemoryChange(new MemoryKey("p0", "count"), null));
    }

    @Test
    void remembersTimesAsPeopleWriteThem() {
        Times times = new Times(NOW, Duration.ofMinutes(90), LocalDate.of(2026, 12, 3), List.of("<李雷>"));
        String json = Remembered.of(times).json();

        assertThat(json).contains("\"2026-12-03T01:00:00Z\"", "\"PT1H30M\"", "\"2026-12-03\"", "<李雷>");
        assertThat(Remembered.ofJson(json).as(Times.class)).isEqualTo(times);
    }

    @Test
    void whatAnOlderVersionRememberedReadsWithNothingInTheNewFields() {
        assertThat(Remembered.ofJson("{\"gone\":3}").as(Count.class)).isEqualTo(new Count(0));
    }

    @Test
    void aContextIsDeadOnceItsCallIsOver() {
        List<ChatContext> kept = new ArrayList<>();
        List<Memory> memories = new ArrayList<>();
        decided(turn(SAID, (_, chat) -> {
            kept.add(chat);
            memories.add(chat.memory());
            return Reaction.pass();
        }));
        ChatContext dead = kept.getFirst();

        assertThatThrownBy(dead::now).isInstanceOf(IllegalStateException.class).hasMessageContaining("p0");
        assertThatThrownBy(dead::group).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> dead.note(null, "late")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> dead.person(new MemberId("李雷"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> memories.getFirst().put("count", new Count(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> memories.getFirst().get("count", Count.class))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoeverGivesAStageUpRunsTheRestAndTheStuckThreadLeaves() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Throwable> late = new CompletableFuture<>();
        Turn turn = turn(SAID, HELLO, (_, chat) -> {
            chat.memory().put("count", new Count(1));
            inside.countDown();
            release.await();
            try {
                chat.note(null, "too late");
            } catch (IllegalStateException dead) {
                late.complete(dead);
            }
            return Reaction.pass(new Action.Say("来晚了", ""));
        }, HELLO);
        CompletableFuture<Optional<Decision>> stuck = CompletableFuture
                .supplyAsync(() -> Optional.ofNullable(turn.run()));
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(turn.step()).isEqualTo(1);
        assertThat(turn.giveUp(0, "an earlier step")).isFalse();
        assertThat(turn.giveUp(1, "took too long")).isTrue();
        Decision decision = decided(turn);
        release.countDown();

        assertThat(decision.actions()).extracting(Decision.Wanted::plugin).containsExactly("p0", "p2");
        assertThat(decision.memory()).isEmpty();
        assertThat(decision.trace()).extracting(Note::why).containsExactly("took too long");
        assertThat(stuck.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(late.get(10, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
        assertThat(turn.giveUp(turn.step(), "over")).isFalse();
    }

    @Test
    void aPluginThatKeepsFailingIsPutOutAndComesBackAfterThePause() {
        Stage failing = (_, _) -> {
            throw new IllegalStateException("boom");
        };
        decided(turn(SAID, failing, HELLO));
        decided(turn(SAID, failing, HELLO));

        Decision without = decided(turn(SAID, failing, HELLO));
        assertThat(without.trace()).singleElement().satisfies(note -> {
            assertThat(note.finding().kind()).isEqualTo(Finding.Kind.BARRED);
            assertThat(note.why()).startsWith("插件连续出错,隔离中");
            assertThat(note.failure()).isFalse();
        });
        assertThat(without.actions()).hasSize(1);
        assertThat(quarantine.patients()).singleElement()
                .satisfies(patient -> assertThat(patient.until()).isEqualTo(NOW.plus(Duration.ofMinutes(5))));

        now = NOW.plus(Duration.ofMinutes(5));
        assertThat(decided(turn(SAID, HELLO, HELLO)).actions()).hasSize(2);
        assertThat(decided(turn(SAID, failing, HELLO)).trace()).singleElement()
                .satisfies(note -> assertThat(note.failure()).isTrue());
        assertThat(decided(turn(SAID, HELLO, HELLO)).actions()).hasSize(2);
    }

    @Test
    void whoLooksBackLearnsWhatWasMadeOfAnEventThatNeverReachedThem() {
        List<Upshot> seen = new ArrayList<>();
        Stage looker = new Stage() {
            @Override
            public Reaction on(Event event, ChatContext chat) {
                return Reaction.pass(new Action.Say("never", "never"));
            }

            @Override
            public Reaction afterwards(Event event, Upshot upshot, ChatContext chat) {
                seen.add(upshot);
                return Reaction.stop(new Action.Wake("later", NOW, ""));
            }
        };
        Stage stopping = (_, chat) -> {
            chat.note(Finding.of(Finding.Kind.ACTS, "", "").on("rule", null));
            return Reaction.stop(new Action.Say("您好", "rule"));
        };
        Turn turn = turn(SAID, stopping, looker);

        assertThat(decided(turn).actions()).hasSize(2);
        assertThat(turn.isStopped()).isTrue();
        assertThat(seen).containsExactly(new Upshot(Set.of("rule"), Set.of("rule"), List.of(), Optional.of("p0")));
    }

    @Test
    void whoFailsLookingBackTakesNothingFromTheOthers() {
        Stage broken = new Stage() {
            @Override
            public Reaction on(Event event, ChatContext chat) {
                return Reaction.pass();
            }

            @Override
            public Reaction afterwards(Event event, Upshot upshot, ChatContext chat) {
                throw new IllegalStateException("broken");
            }
        };
        Decision decision = decided(turn(SAID, broken, HELLO));

        assertThat(decision.actions()).hasSize(1);
        assertThat(decision.trace()).singleElement().satisfies(note -> assertThat(note.failure()).isTrue());
    }

    private Turn turn(Event event, Stage... stages) {
        List<Installed> installed = new ArrayList<>();
        Arrays.stream(stages).forEach(stage -> installed.add(new Installed("p" + installed.size(), stage)));
        Profile any = RuleBook.empty().profileOf(CHAT, Optional.empty());
        Profile profile = new Profile("test", "test", Mode.AUTO, any.services(), installed);
        return new Turn(event, profile, new Surroundings(new Group(CHAT, Optional.empty(), OptionalInt.empty()), now,
                memory::get, member -> new Person(member, Optional.empty(), Set.of()), _ -> null), quarantine);
    }

    private static Decision decided(Turn turn) {
        @Nullable
        Decision decision = turn.run();
        assertThat(decision).isNotNull();
        return decision == null ? Decision.NOTHING : decision;
    }
}
