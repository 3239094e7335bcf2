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

/**
 * Runs the lines of one case, strictly: whatever the bot says has to be expected, at its time, before the script goes
 * on. What colleagues are told counts in cases that look at it at all, and so do tags.
 */
final class CaseRun {

    /** For how long nothing may happen after a script whose end does not say until when it looks. */
    private static final Duration AFTERMATH = Duration.ofMinutes(10);
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
            switch (line.step()) {
                case Step.Without(Way way, Optional<LocalDateTime> _) -> strict.add(way);
                case Step.Expects expects when expects.way() == Way.TELL -> strict.add(Way.TELL);
                default -> {
                    // says nothing about what else may happen
                }
            }
        }
    }

    Account run() {
        for (; at < script.lines().size(); at++) {
            Line line = script.lines().get(at);
            play(line);
            today = line.step().end().or(line::at).map(LocalDateTime::toLocalDate).orElse(today);
        }
        boolean open = script.lines().isEmpty() || script.lines().getLast().step().end().isEmpty();
        if (open) {
            pass(now().plus(AFTERMATH));
        }
        unexpected(now().plus(TICK));
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
                until.ifPresent(this::passBefore);
                unexpected(until.orElse(now().plus(TICK)), List.of(way));
                account.plain(line);
            }
            case Step.Skips(LocalDateTime until) -> {
                passBefore(until);
                parts.ear().forget();
                account.plain(line);
            }
            case Step.Planned(String what) -> account.failed(line.text(), List.of(cannot(what)), Optional.empty());
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
        unexpected(before, strict);
    }

    private void unexpected(LocalDateTime before, List<Way> ways) {
        Optional<Line> next = at < script.lines().size() ? Optional.of(script.lines().get(at)) : Optional.empty();
        while (true) {
            Optional<Heard> heard = parts.ear()
                    .take(each -> each.at().isBefore(before) && ways.stream().anyMatch(each.way()::is));
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

    private static Words cannot(String what) {
        return new Words("这个机器人还做不到: " + what + "。要核对规则决定说什么,写 bot: …",
                "this bot cannot do that yet: " + what + "; what the rules decide to say is expected with bot: …");
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
