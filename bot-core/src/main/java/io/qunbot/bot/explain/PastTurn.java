package io.qunbot.bot.explain;

import io.qunbot.bot.explain.Explanation.Said;
import io.qunbot.chat.Chat;
import io.qunbot.chat.Event;
import io.qunbot.chat.Shared;
import io.qunbot.pipeline.Trace;
import io.qunbot.pipeline.TraceLine;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.profile.Profile;
import io.qunbot.store.JournalRow;
import io.qunbot.store.JournalState;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import io.qunbot.store.TraceRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One message that was dealt with. For one explanation. */
final class PastTurn {

    private static final Duration LATE = Duration.ofMinutes(1);

    private final Situation situation;
    private final Situation.InForce rules;
    private final LaneRow lane;
    private final JournalRow row;
    private final Event.Said said;
    private final Profile profile;
    private final Surface surface;
    private final List<Said> words = new ArrayList<>();

    PastTurn(Situation situation, LaneRow lane, JournalRow row, Event.Said said) {
        this.situation = situation;
        this.lane = lane;
        this.row = row;
        this.said = said;
        rules = situation.rules().get();
        profile = rules.book().profileOf(said.chat(), lane.firstName());
        surface = new Surface(situation);
    }

    /** @param later what happened in the conversation since */
    Explanation explain(List<JournalRow> later) {
        Optional<TraceRow> trace = store().traces().of(row.seq());
        String version = trace.map(TraceRow::book).or(() -> store().traces().bookOf(row.seq())).orElse("");
        delivery();
        surface.rules(profile, chat(), lane.firstName(), rules);
        List<TraceLine> lines = new ArrayList<>(trace.map(TraceRow::findings).map(Trace::read).orElse(List.of()));
        words(row);
        later.forEach(each -> since(each, lines));
        if (isUnclear(lines)) {
            again(version, trace.isPresent(), lines);
        } else if (!version.equals(rules.book().version())) {
            surface.add(Finding.of(Kind.NOTED, "规则后来改过:当时是 " + version + ",行号以当时的为准",
                    "the rules have changed since: it was " + version + ", whose lines these are"));
        }
        List<TraceLine> all = new ArrayList<>(surface.lines());
        all.addAll(lines);
        return new Composition(situation).of(said, row.id().channel() + "/" + row.id().key(), profile, rules, version,
                all, words, row.at());
    }

    private Store store() {
        return situation.store();
    }

    private Chat chat() {
        return said.chat();
    }

    /** How it came, and how far. */
    private void delivery() {
        if (said.content() instanceof Shared.Withheld) {
            surface.add(Finding.of(Kind.BARRED, "说这句话的人没有同意存档(archive 的 consent):内容没有保存,也不触发规则",
                    "who said it has not agreed to the archive (consent of archive): its content was not kept, and no rule sees it"));
            return;
        }
        int again = situation.repeats().applyAsInt(row.id());
        if (again > 0) {
            surface.add(Finding.of(Kind.NOTED, "同一条消息投递了 " + (again + 1) + " 次,只算一次,得到同一个回答",
                    "it was delivered " + (again + 1) + " times, counted once and got the same answer"));
        }
        switch (row.state()) {
            case RECORDED -> surface.add(Finding.of(Kind.BARRED, "来得太晚,只存档、不回答(config/bot.yaml 的 fresh):" + age(),
                    "it came too late: archived and not answered (fresh in config/bot.yaml): " + age()));
            case FAILED -> surface.add(Finding.of(Kind.BARRED, "决定了什么没能写进数据库,见日志",
                    "what was decided could not be written, see the log"));
            case OPEN, DONE -> {
                // nothing to say: it went its way
            }
        }
    }

    private String age() {
        Duration age = Duration.between(row.at(), row.received());
        return age.compareTo(LATE) < 0 ? age.toSeconds() + " s" : age.toMinutes() + " min";
    }

    private void words(JournalRow from) {
        String at = Composition.time(from.received(), profile.services().zone());
        List<OutboxRow> rows = store().wordsOf(from.seq());
        Optional<OutboxRow> fallback = rows.stream().filter(each -> each.kind().equals("fallback")).findFirst();
        String answer = from.answer();
        if (answer != null) {
            words.add(new Said("answer", "", answer, from.rule() == null ? "" : from.rule(), at,
                    fallback.map(each -> each.outcome().name()).orElse("SENT"),
                    fallback.map(OutboxRow::reason).orElse("")));
        }
        rows.stream().filter(each -> !each.kind().equals("fallback"))
                .forEach(each -> words.add(Composition.said(each.kind(), each, at)));
    }

    /** What came later and was about this message: a colleague who spoke, an answer that had waited. */
    private void since(JournalRow later, List<TraceLine> lines) {
        String own = row.id().channel() + "/" + row.id().key();
        List<TraceLine> about = store().traces().of(later.seq()).map(TraceRow::findings).map(Trace::read)
                .orElse(List.of()).stream().filter(line -> line.about().equals(own)).toList();
        lines.addAll(about);
        if (about.stream().anyMatch(line -> line.is(Kind.ACTS))) {
            words(later);
        }
    }

    /** Nothing was said, and what was kept does not say why. */
    private boolean isUnclear(List<TraceLine> lines) {
        return words.isEmpty() && row.state() == JournalState.DONE && lines.stream().noneMatch(
                line -> line.isFailure() || line.is(Kind.ACTS) || line.is(Kind.WAITS) || line.is(Kind.REFUSED)
                        || line.is(Kind.BARRED));
    }

    /** Looks at it again, at its own time. */
    private void again(String version, boolean kept, List<TraceLine> lines) {
        boolean same = version.equals(rules.book().version());
        surface.add(Finding.of(Kind.NOTED,
                (kept ? "" : "当时没有规则对上;") + "下面按现在的" + (same ? "(同一版)规则" : "规则(当时是 " + version + ")") + "重新看一遍",
                (kept ? "" : "no rule matched; ") + "what follows is found again with " + (same
                        ? "the same rules"
                        : "the rules of today (then: " + version + ")")));
        if (!same) {
            lines.add(new TraceLine(TraceLine.CORE, "unsure", "", "", "", "", "当时(规则 " + version + ")没有规则对上",
                    "no rule matched then (rules " + version + ")", Map.of()));
        }
        Trace.lines(situation.preview().of(said, rules.book(), row.at()).decision()).stream()
                .filter(line -> !lines.contains(line)).forEach(lines::add);
    }
}
