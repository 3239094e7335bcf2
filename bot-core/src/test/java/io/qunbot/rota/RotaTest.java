package io.qunbot.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.qunbot.chat.MemberId;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotaTest {

    private static final String FILE = "config/rota/oncall.yaml";
    private static final String WEEKLY = """
            turn: [a, b, [c, d]]
            every: week
            from: 2026-12-07
            at: "09:00"
            """;

    private static Rota rota(String text) {
        Problems problems = new Problems();
        return RotaFiles.read(FILE, text.getBytes(StandardCharsets.UTF_8), problems)
                .orElseThrow(() -> new AssertionError(new ProblemPrinter(Language.EN).text(problems.all())));
    }

    private static String who(Rota rota, String local, String zone) {
        return names(rota.who(LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant()));
    }

    private static String who(Rota rota, String local) {
        return who(rota, local, "Asia/Shanghai");
    }

    private static String names(List<MemberId> who) {
        return String.join(" ", who.stream().map(MemberId::value).toList());
    }

    private static List<Problem> problems(String text) {
        return RotaFiles.read(Map.of(FILE, text.getBytes(StandardCharsets.UTF_8))).problems();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-07T08:59,''", "2026-12-07T09:00,a", "2026-12-14T08:59,a", "2026-12-14T09:00,b",
            "2026-12-21T09:00,c d", "2026-12-28T09:00,a", "2030-01-01T00:00,b"})
    void theDutyIsHandedOverWeekByWeek(String local, String who) {
        assertThat(who(rota(WEEKLY), local)).isEqualTo(who);
    }

    @Test
    void afterItsLastDayNobodyIsOnDuty() {
        Rota rota = rota(WEEKLY + "until: 2026-12-20\n");
        assertThat(who(rota, "2026-12-21T08:59")).isEqualTo("b");
        assertThat(who(rota, "2026-12-21T09:00")).isEmpty();
    }

    @Test
    void aFixedShiftGoesBeforeTheTurn() {
        Rota rota = rota(WEEKLY + "shifts: [{ hours: \"SAT,SUN 10:00-18:00\", who: e }]\n");
        assertThat(who(rota, "2026-12-12T09:59")).isEqualTo("a");
        assertThat(who(rota, "2026-12-12T10:00")).isEqualTo("e");
        assertThat(who(rota, "2026-12-12T18:00")).isEqualTo("a");
    }

    @Test
    void whoeverIsAwayIsStoodInForByASubstituteOrTheNextInTurn() {
        Rota rota = rota(WEEKLY + """
                leave:
                  - { who: a, from: 2026-12-08, until: 2026-12-09, substitute: x }
                  - { who: a, from: 2026-12-10, until: 2026-12-10 }
                  - { who: b, from: 2026-12-10, until: 2026-12-10 }
                """);
        assertThat(who(rota, "2026-12-07T23:59")).isEqualTo("a");
        assertThat(who(rota, "2026-12-08T00:00")).isEqualTo("x");
        assertThat(who(rota, "2026-12-10T12:00")).isEqualTo("c");
        assertThat(who(rota, "2026-12-11T00:00")).isEqualTo("a");
    }

    @Test
    void substitutesWhoAreAwayThemselvesDoNotStandInAndNobodyIsAskedForever() {
        Rota rota = rota("""
                turn: [a, b]
                from: 2026-12-07
                leave:
                  - { who: a, from: 2026-12-07, until: 2026-12-07, substitute: b }
                  - { who: b, from: 2026-12-07, until: 2026-12-07, substitute: a }
                """);
        assertThat(who(rota, "2026-12-07T12:00")).isEmpty();
    }

    @Test
    void ofTwoWhoHaveItTogetherTheOtherDoesNotStandInTwice() {
        Rota rota = rota(WEEKLY + "leave: [{ who: c, from: 2026-12-22, until: 2026-12-22 }]\n");
        assertThat(who(rota, "2026-12-22T12:00")).isEqualTo("a d");
    }

    @Test
    void twoWhoSwapHaveEachOthersDuty() {
        Rota rota = rota(WEEKLY + "swap: [{ who: [a, b], from: 2026-12-07, until: 2026-12-20 }]\n");
        assertThat(who(rota, "2026-12-08T12:00")).isEqualTo("b");
        assertThat(who(rota, "2026-12-15T12:00")).isEqualTo("a");
        assertThat(who(rota, "2026-12-29T12:00")).isEqualTo("a");
    }

    @Test
    void anHourThatComesTwiceHandsOverOnceAndOneThatIsLeftOutHandsOverAllTheSame() {
        Rota rota = rota("""
                zone: Europe/Berlin
                turn: [a, b]
                every: day
                from: 2026-10-24
                at: "02:30"
                """);
        assertThat(names(rota.who(Instant.parse("2026-10-25T00:29:00Z")))).isEqualTo("a");
        assertThat(names(rota.who(Instant.parse("2026-10-25T00:30:00Z")))).isEqualTo("b");
        assertThat(names(rota.who(Instant.parse("2026-10-25T01:10:00Z")))).isEqualTo("b"); // 02:10 once more
        assertThat(who(rota, "2027-03-28T01:59", "Europe/Berlin")).isEqualTo("a");
        assertThat(who(rota, "2027-03-28T03:30", "Europe/Berlin")).isEqualTo("b");
    }

    @Test
    void thePlanHasASpanForWhoeverIsOnDuty() {
        Rota rota = rota(WEEKLY + "leave: [{ who: a, from: 2026-12-08, until: 2026-12-08, substitute: x }]\n");
        List<Rota.Span> plan = rota.plan(Instant.parse("2026-12-07T01:00:00Z"), Instant.parse("2026-12-15T00:00:00Z"));
        assertThat(plan).extracting(span -> span.from() + " " + names(span.who())).containsExactly(
                "2026-12-07T01:00:00Z a", "2026-12-07T16:00:00Z x", "2026-12-08T16:00:00Z a", "2026-12-14T01:00:00Z b");
    }

    @Test
    void aRecipientIsWhoeverIsOnDutyAndEverybodyElseIsThemselves() {
        Rotas rotas = RotaFiles.read(Map.of(FILE, WEEKLY.getBytes(StandardCharsets.UTF_8))).rotas();
        List<MemberId> both = List.of(Rotas.recipient("oncall"), new MemberId("b"), new MemberId("a"));
        assertThat(names(rotas.who(both, Instant.parse("2026-12-08T01:00:00Z")))).isEqualTo("a b");
        assertThat(rotas.who(List.of(Rotas.recipient("gone")), Instant.EPOCH)).isEmpty();
        assertThat(rotas.people(Rotas.recipient("oncall"))).extracting(MemberId::value).containsExactly("a", "b", "c",
                "d");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"P015|title: x|1",
            "P015|turn: [a, b]|1",
            "P016|turn: [zhangsan]\\nleave: [{ who: zhangsn, from: 2026-12-01, until: 2026-12-01 }]|2",
            "P016|turn: [a]\\nswap:\\n  - { who: [x, y], from: 2026-12-01, until: 2026-12-01 }|3",
            "P017|turn: [a]\\nfrom: 2026-12-02\\nuntil: 2026-12-01|3",
            "P017|turn: [a]\\nleave: [{ who: a, from: 2026-12-02, until: 2026-12-01 }]|2",
            "P018|turn: [a]\\nleave:\\n  - { who: a, from: 2026-12-01, until: 2026-12-05 }\\n  - { who: a, from: 2026-12-05, until: 2026-12-06 }|4",
            "P018|shifts:\\n  - { hours: \"SAT 09:00-18:00\", who: a }\\n  - { hours: \"SAT,SUN 17:00-20:00\", who: b }|3",
            "P019|turn: [a]\\nswap: [{ who: [a, a], from: 2026-12-01, until: 2026-12-01 }]|2"})
    void aMistakeHasItsPlace(String code, String text, int line) {
        assertThat(problems(text.replace("\\n", "\n") + "\n"))
                .extracting(Problem::code, problem -> problem.place().line(),
                        problem -> problem.place().source().name())
                .containsExactly(tuple(code, line, FILE));
    }

    @Test
    void somebodyUnknownIsToldWhoWasMeant() {
        assertThat(problems("turn: [zhangsan]\nleave: [{ who: zhangsn, from: 2026-12-01, until: 2026-12-01 }]\n"))
                .extracting(problem -> problem.help().zh()).containsExactly("您是不是想写 “zhangsan”?");
    }
}
