package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.chat.Autonomy;
import io.qunbot.chat.Care;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Oversight;
import io.qunbot.chat.Reach;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Profile;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What colleagues get before them. */
class HandingTest {

    private static final Chat GROUP = new Chat(new ChatId("wr1"), ChatKind.CUSTOMER, "app");
    private static final String STAFF = "staff: { owner: zhou, backup: [xu, zhou], 值班: { rota: oncall } }\n";
    private static final Reach COLLEAGUES = new Reach() {
        @Override
        public Optional<String> whyNot(Chat chat) {
            return Optional.empty();
        }

        @Override
        public Optional<String> teller() {
            return Optional.of("app");
        }

        @Override
        public Optional<String> tasker() {
            return Optional.of("app");
        }
    };

    private static Profile profile(String fields) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("rules/test.yaml", ("profile: test\ngoal: 接住\nvalue: [答疑]\ngroups: [{ rest: true }]\n" + fields)
                .getBytes(StandardCharsets.UTF_8));
        files.put("config/rota/oncall.yaml", "turn: wang\n".getBytes(StandardCharsets.UTF_8));
        return new BookReader(Map.of(), _ -> Optional.empty()).read(files).book().profile("test").orElseThrow();
    }

    private static Handing handing(String fields, Reach reach, String by) {
        Event event = new Event.Said(new EventId("app", "1"), Rows.NOW, GROUP, new MemberId(by),
                new Content.Text("发票怎么开"), false);
        return new Handing(
                new Router.Setting(profile(fields), reach, Duration.ZERO, _ -> Rows.chat(1, ChatKind.CUSTOMER),
                        _ -> 1L, Till.NONE, _ -> Optional.empty()),
                event);
    }

    private static Handing handing(String fields) {
        return handing(STAFF + fields, COLLEAGUES, "李雷");
    }

    private static OutboxRow draft(Handing handing, MemberId... charge) {
        Action.Say say = new Action.Say("答", "rule", Optional.empty(), new Oversight(Autonomy.AUTO, List.of(charge)));
        return handing.draft(Rows.words(1, "答").with(OutboxRow.Route.by("wecom", handing.draftManner())), say);
    }

    @Test
    void aDraftIsForTheOwnerAndThenForOthersThanThem() {
        OutboxRow draft = draft(handing("speak: { draft: { expires: 10m, next: backup } }\n"));
        assertThat(draft.kind()).isEqualTo("draft");
        assertThat(draft.recipient()).isEqualTo("zhou");
        assertThat(draft.duty().next()).containsExactly(new MemberId("xu"));
        assertThat(draft.duty().quote()).isEqualTo("发票怎么开");
        assertThat(draft.duty().deadline()).contains(Rows.NOW.plus(Duration.ofMinutes(10)));
        assertThat(draft.route().gateway()).isEqualTo("app");
        assertThat(draft.outcome()).isEqualTo(Outcome.WAITING);
    }

    @Test
    void whoeverIsInChargeOfTheSubjectComesFirst() {
        assertThat(draft(handing(""), new MemberId("fang"), new MemberId("he")).recipient()).isEqualTo("fang,he");
    }

    @Test
    void aRotaIsNamedAndNobodyYet() {
        assertThat(draft(handing("speak: { draft: { to: 值班, next: 值班 } }\n"))).satisfies(row -> {
            assertThat(row.recipient()).isEqualTo("rota:oncall");
            assertThat(row.duty().next()).isEmpty();
        });
    }

    @Test
    void atNightADraftWaitsUnlessItMustNot() {
        assertThat(handing("").draftManner()).isEqualTo(Manner.HANDOFF);
        assertThat(handing("speak: { draft: { night: now } }\n").draftManner().asked()).isTrue();
    }

    @Test
    void aDraftForNobodySaysWhichPostIsMissing() {
        OutboxRow draft = draft(handing("staff: { backup: xu }\n", COLLEAGUES, "李雷"));
        assertThat(draft.outcome()).isEqualTo(Outcome.UNSUPPORTED);
        assertThat(draft.reason()).contains("owner");
    }

    @Test
    void withoutAChannelToColleaguesEverythingIsOnlyListed() {
        Handing mute = handing(STAFF, _ -> Optional.empty(), "李雷");
        assertThat(draft(mute)).satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.DRAFT_FOR_HUMAN);
            assertThat(row.route().gateway()).isEmpty();
        });
        assertThat(mute.tell(Rows.words(1, "看"), Care.NONE).outcome()).isEqualTo(Outcome.UNSUPPORTED);
        assertThat(mute.task(Rows.words(1, "看"), new Action.Say("看", "r")).outcome()).isEqualTo(Outcome.UNSUPPORTED);
    }

    @Test
    void aTaskIsForTheOwner() {
        OutboxRow task = handing("").task(Rows.words(1, "今晚直播"), new Action.Say("今晚直播", "r"));
        assertThat(task.kind() + " " + task.recipient() + " " + task.outcome()).isEqualTo("task zhou WAITING");
    }

    @Test
    void aTellHasADeadlineOnlyWhenSomebodyHasToTakeIt() {
        Handing handing = handing("");
        assertThat(handing.tell(Rows.words(1, "看"), Care.NONE).duty().deadline()).isEmpty();
        Care care = new Care(Duration.ofMinutes(5), List.of(new MemberId("xu")), Duration.ofMinutes(2));
        assertThat(handing.tell(Rows.words(1, "看"), care).duty()).satisfies(duty -> {
            assertThat(duty.deadline()).contains(Rows.NOW.plus(Duration.ofMinutes(5)));
            assertThat(duty.next()).containsExactly(new MemberId("xu"));
            assertThat(duty.step()).isEqualTo(Duration.ofMinutes(5));
        });
        assertThat(handing.batched(Rows.NOW, care)).isEqualTo(Rows.NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void whoeverIsInARotaSpeaksAsAColleague() {
        assertThat(handing(STAFF, COLLEAGUES, "wang").colleague()).contains(new MemberId("wang"));
        assertThat(handing(STAFF, COLLEAGUES, "xu").colleague()).contains(new MemberId("xu"));
        assertThat(handing(STAFF, COLLEAGUES, "李雷").colleague()).isEmpty();
    }
}
