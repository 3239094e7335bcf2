package io.qunbot.simulation.run;

import io.qunbot.chat.MemberId;
import io.qunbot.transcript.Line;
import io.qunbot.transcript.Step;
import io.qunbot.transcript.Step.Way;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line that expects something, and what comes of it. */
final class Expecting {

    private final Line line;
    private final Step.Expects expects;
    private final CaseRun.Parts parts;
    private final Account account;
    private final LocalDate today;
    private boolean met;

    /** An expectation that nothing met in time. */
    record Missed(Line line, Step.Expects expects, List<MemberId> who) {

        boolean fits(Heard heard) {
            return heard.way().is(expects.way()) && isFor(heard, who)
                    && heard.readings().stream().anyMatch(expects.wording()::fits);
        }
    }

    Expecting(Line line, Step.Expects expects, CaseRun.Parts parts, Account account, LocalDate today) {
        this.line = line;
        this.expects = expects;
        this.parts = parts;
        this.account = account;
        this.today = today;
    }

    /** Whether it came, but before its time, which is a failure of its own. */
    boolean early(LocalDateTime from) {
        Optional<Heard> early = parts.ear()
                .take(heard -> heard.at().isBefore(from) && parts.ear().isOwed(heard) && fits(heard));
        early.ifPresent(heard -> {
            List<Words> details = new ArrayList<>();
            String time = Wordings.time(heard.at(), today).strip();
            String by = length(Duration.between(heard.at(), from));
            details.add(new Words("早了 " + by + ":" + time + " 就来了", by + " early: it came at " + time));
            details.addAll(parts.reasons().of(heard));
            account.failed(line.text(), details, Optional.of(Fix.replace(line, parts.wordings().line(heard, today))));
        });
        return early.isPresent();
    }

    /** Whether it came in time. */
    boolean met(LocalDateTime from, LocalDateTime end) {
        met = parts.ear().take(heard -> isWithin(heard, from, end) && fits(heard))
                .or(() -> parts.ear().takeTogether(heard -> isWithin(heard, from, end) && isMeant(heard),
                        expects.wording()::fits))
                .isPresent();
        if (met) {
            account.met(line);
        }
        return met;
    }

    /** What it was that did not come. */
    Optional<Missed> missed(LocalDateTime from, LocalDateTime end) {
        if (met) {
            return Optional.empty();
        }
        Optional<Heard> other = parts.ear().take(heard -> isWithin(heard, from, end) && isSameKind(heard));
        if (other.isPresent()) {
            account.failed(line.text(), otherwise(other.get()),
                    Optional.of(Fix.replace(line, parts.wordings().line(other.get(), today))));
            return Optional.empty();
        }
        List<Words> details = new ArrayList<>();
        details.add(nothing());
        details.addAll(parts.reasons().sinceLast());
        account.failed(line.text(), details, Optional.of(Fix.remove(line)));
        return Optional.of(new Missed(line, expects, who()));
    }

    private List<Words> otherwise(Heard other) {
        List<Words> details = new ArrayList<>();
        if (other.readings().stream().noneMatch(expects.wording()::fits)) {
            Diff diff = Diff.of(expects.wording(), other.text());
            details.add(new Words("应当: " + diff.expected(), "expected: " + diff.expected()));
            details.add(new Words("实际: " + diff.said(), "but was:  " + diff.said()));
        } else {
            String names = parts.wordings().names(other.to());
            details.add(new Words("实际是给 " + names + " 的", "it was for " + names));
        }
        details.addAll(parts.reasons().of(other));
        return details;
    }

    private Words nothing() {
        return switch (expects.way()) {
            case TELL -> new Words("没有提醒这位同事", "this colleague was told nothing");
            case LEAD -> new Words("没有把线索交给这位同事", "this colleague got no lead");
            case STAGE -> new Words("没有走到这个阶段", "nobody came to this stage");
            case TAG -> new Words("没有打这个标签", "there was no such tag");
            case DRAFT -> new Words("没有给这位同事草稿", "this colleague got no draft");
            case WITHDRAW -> new Words("这位同事手里没有东西收回", "nothing was taken back from this colleague");
            case TASK -> new Words("没有群发任务", "there was no task to confirm");
            default -> new Words("机器人没有说话", "the bot said nothing");
        };
    }

    private boolean fits(Heard heard) {
        return isMeant(heard) && heard.readings().stream().anyMatch(expects.wording()::fits);
    }

    private boolean isMeant(Heard heard) {
        boolean again = expects.way() == Step.Way.BOT && !heard.isAside() && !parts.ear().isOwed(heard);
        return !again && isSameKind(heard) && isFor(heard, who());
    }

    /** All who hold a post, or some of them, where one is told after the other. */
    private static boolean isFor(Heard heard, List<MemberId> who) {
        boolean one = heard.way() == Way.TELL || heard.way() == Way.LEAD;
        boolean some = one && !heard.to().isEmpty() && who.containsAll(heard.to());
        return some || heard.to().containsAll(who);
    }

    private boolean isSameKind(Heard heard) {
        return heard.way().is(expects.way())
                && ((heard.way() != Way.TAG && heard.way() != Way.STAGE) || heard.to().equals(who()));
    }

    /** Whom it is about: a tag's member; the colleagues of a post, all of them. */
    private List<MemberId> who() {
        return switch (expects.way()) {
            case TELL, LEAD, DRAFT, WITHDRAW ->
                expects.who().isEmpty() ? List.of() : parts.cast().accounts(expects.who());
            case TAG, STAGE -> List.of(parts.cast().id(expects.who()));
            default -> List.of();
        };
    }

    private static boolean isWithin(Heard heard, LocalDateTime from, LocalDateTime end) {
        return !heard.at().isBefore(from) && heard.at().isBefore(end);
    }

    private static String length(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60 ? seconds + "s" : seconds < 7200 ? seconds / 60 + "m" : seconds / 3600 + "h";
    }
}
