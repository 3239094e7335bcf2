package io.qunbot.simulation.run;

import io.qunbot.simulation.VirtualBot;
import io.qunbot.transcript.Cast;
import io.qunbot.transcript.Line;
import io.qunbot.transcript.Script;
import io.qunbot.transcript.Step;
import io.qunbot.transcript.Step.Way;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Runs the lines of one case, strictly: whatever the bot says has to be expected, at its time, before the script goes
 * on; what is only due by the rhythm of the group after the last line is no part of it. A draft counts when it is handed over first, or when it is decided; what colleagues are told counts in cases
 * that say of it that there is none, and tags count where they are named.
 */
final class CaseRun {

    /** For how long nothing may happen after a script whose end does not say until when it looks. */
    private static final Duration AFTERMATH = Duration.ofMinutes(10);
    private static final Words NO_TASK = new Words("没有等群主确认的任务", "there is no task to confirm");
    private static final Duration TICK = Duration.ofMillis(1);

    private final Script script;
    private final VirtualBot bot;
    private final ZoneId zone;
    private final Parts parts;
    private final Account account = new Account();
    private final List<Way> strict = new ArrayList<>(List.of(Way.BOT));
    private final List<Expecting.Missed> missed = new ArrayList<>();
    private int at;
    private LocalDate today;

    /** What a case is played with. */
    record Parts(Cast cast, Actors actors, Ear ear, Wordings wordings, Reasons reasons, Runnable restart,
            Runnable reload) {}

    CaseRun(Script script, VirtualBot bot, ZoneId zone, Parts parts) {
        this.script = script;
        this.bot = bot;
        this.zone = zone;
        this.parts = parts;
        this.today = script.start().toLocalDate();
        for (Line line : script.lines()) {
            if (line.step() instanceof Step.Without(Way way, Optional<LocalDateTime> _)) {
                strict.add(way);
            }
        }
    }

    Account run() {
        for (; at < script.lines().size(); at++) {
            Line line = script.lines().get(at);
            play(line);
            today = line.step().end().or(line::at).map(LocalDateTime::toLocalDate).orElse(today);
        }
        LocalDateTime end = now();
        boolean open = script.lines().isEmpty() || script.lines().getLast().step().end().isEmpty();
        if (open) {
            pass(now().plus(AFTERMATH));
        }
        unexpected(now().plus(TICK), heard -> isUnexpected(heard)
                && (heard.at().isBefore(end) || !parts.reasons().isRhythm(heard)));
        return account;
    }

    private void play(Line line) {
        switch (line.step()) {
            case Step.Expects expects -> expects(line, expects);
            case Step.Silence(Optional<LocalDateTime> until) -> {
                until.ifPresent(this::passBefore);
                unexpected(until.orElse(now().plus(TICK)));
                account.plain(line);
            }
            case Step.Without(Way way, Optional<LocalDateTime> until) -> {
                LocalDateTime since = now();
                until.ifPresent(this::passBefore);
                unexpected(until.orElse(now().plus(TICK)), heard -> heard.way().is(way) && !heard.isAside()
                        && (parts.ear().isOwed(heard) || heard.at().isAfter(since)));
                account.plain(line);
            }
            case Step.Skips(LocalDateTime until) -> {
                passBefore(until);
                parts.ear().forget();
                account.plain(line);
            }
            default -> happens(line);
        }
    }

    private void happens(Line line) {
        line.at().ifPresent(time -> {
            pass(time);
            unexpected(time.truncatedTo(ChronoUnit.MINUTES));
        });
        int before = parts.ear().pending().size();
        switch (line.step()) {
            case Step.Confirms _ when !parts.actors().confirm() -> {
                account.failed(line.text(), List.of(NO_TASK), Optional.empty());
                return;
            }
            case Step.Confirms _ -> {
                // is done
            }
            case Step.Happening happening -> parts.actors().act(happening);
            case Step.Restarts _ -> parts.restart().run();
            case Step.Reloads _ -> parts.reload().run();
            case Step.Redelivers _ -> {
                redelivers(line, before);
                return;
            }
            default -> throw new IllegalArgumentException("nothing that happens: " + line);
        }
        parts.ear().listen();
        account.plain(line);
    }

    /** A message that comes twice counts once. */
    private void redelivers(Line line, int before) {
        boolean same = parts.actors().redeliver();
        parts.ear().listen();
        if (same && parts.ear().pending().size() == before) {
            account.met(line);
        } else {
            account.failed(line.text(), List.of(new Words("重新投递以后,机器人做了别的事", "delivered again, it did something else")),
                    Optional.empty());
        }
    }

    private void expects(Line line, Step.Expects expects) {
        LocalDateTime from = line.at().map(time -> line.precise() ? time : time.truncatedTo(ChronoUnit.MINUTES))
                .orElse(LocalDateTime.MIN);
        line.at().ifPresent(this::pass);
        Expecting expecting = new Expecting(line, expects, parts, account, today);
        if (expecting.early(from)) {
            return;
        }
        unexpected(from);
        LocalDateTime end = end(line);
        while (!expecting.met(from, end) && bot.step(end.minus(TICK).atZone(zone).toInstant())) {
            parts.ear().listen();
        }
        expecting.missed(from, end).ifPresent(missed::add);
    }

    /** Until when what a line expects may come. */
    private LocalDateTime end(Line line) {
        LocalDateTime next = script.lines().stream().skip(at + 1L)
                .filter(later -> !(later.step() instanceof Step.Expects))
                .flatMap(later -> later.at().or(() -> later.step().end()).stream()).findFirst()
                .orElse(now().plus(AFTERMATH));
        LocalDateTime last = line.at().map(time -> line.precise()
                ? time.plusSeconds(1)
                : time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1)).orElse(next);
        LocalDateTime end = next.isBefore(last) ? next : last;
        return end.isAfter(now()) ? end : now().plus(TICK);
    }

    /** What was said before a time and nobody expected is a failure. */
    private void unexpected(LocalDateTime before) {
        unexpected(before, this::isUnexpected);
    }

    private boolean isUnexpected(Heard heard) {
        return strict.stream().anyMatch(heard.way()::is) && parts.ear().isOwed(heard);
    }

    private void unexpected(LocalDateTime before, Predicate<Heard> counts) {
        Optional<Line> next = at < script.lines().size() ? Optional.of(script.lines().get(at)) : Optional.empty();
        while (true) {
            Optional<Heard> heard = parts.ear()
                    .take(each -> each.at().isBefore(before) && counts.test(each));
            if (heard.isEmpty()) {
                return;
            }
            if (!heard.get().watched()) {
                unexpected(heard.get(), next);
            }
        }
    }

    private void unexpected(Heard heard, Optional<Line> next) {
        String text = parts.wordings().line(heard, today);
        List<Words> details = new ArrayList<>();
        details.add(new Words("没有写到这一句", "nobody expected this"));
        missed.stream().filter(each -> each.fits(heard)).findFirst().ifPresent(each -> details.add(
                new Words("上面 “" + each.line().text() + "” 等的就是它,只是时间不对",
                        "it is what '" + each.line().text() + "' waited for, at another time")));
        if (!heard.reason().isEmpty() && heard.way() == Way.BOT) {
            details.add(new Words("没有说出口: " + heard.reason(), "not said: " + heard.reason()));
        }
        details.addAll(parts.reasons().of(heard));
        account.failed(text, details, Optional.of(Fix.insert(next, text)));
    }

    private void pass(LocalDateTime time) {
        bot.pass(time.atZone(zone).toInstant());
        parts.ear().listen();
    }

    private void passBefore(LocalDateTime time) {
        if (now().isBefore(time)) {
            pass(time.minus(TICK));
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(bot.now(), zone);
    }
}
