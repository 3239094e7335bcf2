package io.qunbot.simulation.schedule;

import io.qunbot.chat.Outcome;
import io.qunbot.pipeline.Note;
import io.qunbot.plugin.Finding;
import io.qunbot.profile.Profile;
import io.qunbot.simulation.Departure;
import io.qunbot.simulation.Turned;
import io.qunbot.store.OutboxRow;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why something was said later than it was meant to be, or not at all. */
final class Delay {

    /** Words take a moment to leave. */
    private static final Duration IN_TIME = Duration.ofSeconds(30);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final Words WATCHED = new Words("只看不说(mode: watch)", "it only watches (mode: watch)");

    private Delay() {}

    /** Why a turn came to no words. */
    static Words silent(Turned turn) {
        List<Words> why = turn.decision().trace().stream()
                .filter(note -> note.failure() || note.finding().kind() == Finding.Kind.BARRED
                        || note.finding().kind() == Finding.Kind.REFUSED)
                .map(Delay::words).toList();
        return why.isEmpty() ? Slot.NOTHING : joined(why);
    }

    private static Words words(Note note) {
        return note.failure()
                ? new Words("插件出错:" + note.why(), "the plugin failed: " + note.why())
                : note.finding().words().get();
    }

    private static Words joined(List<Words> parts) {
        return new Words(join(parts, Words::zh), join(parts, Words::en));
    }

    private static String join(List<Words> parts, Function<Words, String> language) {
        return parts.stream().map(language).distinct().collect(Collectors.joining("; "));
    }

    /** Why words left late or not at all; empty when they left in time. */
    static Optional<Words> of(Turned turn, Departure departure, Instant nominal) {
        return departure.left().isPresent()
                ? late(turn, departure.words(), nominal, departure.left().get())
                : Optional.of(unsaid(turn.profile(), departure.words()));
    }

    private static Words unsaid(Profile profile, OutboxRow words) {
        if (words.outcome() == Outcome.WAITING) {
            String until = clock(words.due(), words.created(), profile.services().zone());
            return new Words("还在等,到 " + until, "waits until " + until);
        }
        boolean watched = words.outcome() == Outcome.WATCHED && words.reason().isEmpty();
        return watched ? WATCHED : new Words(words.reason(), words.reason());
    }

    private static Optional<Words> late(Turned turn, OutboxRow words, Instant nominal, Instant left) {
        List<Words> why = new ArrayList<>();
        if (isLater(words.created(), nominal)) {
            why.add(minutes("机器人没醒着", "the bot was not awake", nominal, words.created()));
        }
        Optional<Instant> quiet = turn.profile().restraint().until(words.manner(), words.created());
        quiet.ifPresent(end -> {
            String until = clock(end, nominal, turn.profile().services().zone());
            why.add(words.isForColleagues()
                    ? new Words("等同事上班,到 " + until, "colleagues are there at " + until)
                    : new Words("安静到 " + until, "quiet until " + until));
        });
        Instant free = quiet.filter(words.created()::isBefore).orElse(words.created());
        if (isLater(left, free)) {
            why.add(minutes("名额用完", "the budget was used up", free, left));
        }
        return why.isEmpty() ? Optional.empty() : Optional.of(joined(why));
    }

    private static boolean isLater(Instant one, Instant other) {
        return one.isAfter(other.plus(IN_TIME));
    }

    private static Words minutes(String zh, String en, Instant from, Instant to) {
        long minutes = Math.max(1, Duration.between(from, to).toMinutes());
        return minutes < 120
                ? new Words(zh + ",晚 " + minutes + " 分钟", en + ": " + minutes + " minutes later")
                : new Words(zh + ",晚 " + minutes / 60 + " 小时", en + ": " + minutes / 60 + " hours later");
    }

    /** A time as it is read beside another one: without the day when that is the same. */
    private static String clock(Instant time, Instant beside, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(time, zone);
        boolean same = local.toLocalDate().equals(LocalDateTime.ofInstant(beside, zone).toLocalDate());
        return local.format(same ? HOUR : DAY);
    }
}
