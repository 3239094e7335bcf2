package io.qunbot.plugins.reply.effect;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.ChatContext;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether something may act here and now. */
public final class Permission {

    private static final String USED = "used.";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** When a rule last acted in a chat, in milliseconds of the epoch. */
    record Used(long at) {}

    private final Duration cooldown;
    private final Duration patience;
    private final ZoneId zone;

    /**
     * @param cooldown of what has none of its own
     * @param patience of what has none of its own
     */
    public Permission(Duration cooldown, Duration patience, ZoneId zone) {
        this.cooldown = cooldown;
        this.patience = patience;
        this.zone = zone;
    }

    /** Why this is not its place or its time. */
    public Refusal misplaced(Limits limits, ChatContext chat) {
        ChatKind kind = chat.group().chat().kind();
        if (!limits.in().isEmpty() && !limits.in().contains(kind)) {
            return Refusal.by("in", () -> elsewhere(limits.in(), kind));
        }
        if (limits.from().isEmpty() && limits.until().isEmpty()) {
            return Refusal.NONE;
        }
        LocalDate today = chat.now().atZone(zone).toLocalDate();
        return limits.from().filter(today::isBefore).map(first -> Refusal.by("from", () -> early(first, today)))
                .or(() -> limits.until().filter(today::isAfter)
                        .map(last -> Refusal.by("until", () -> over(last, today))))
                .orElse(Refusal.NONE);
    }

    private static Words elsewhere(List<ChatKind> in, ChatKind here) {
        return new Words("这条规则不在这种群里用:只在 " + names(in) + ",这里是 " + name(here),
                "it is not for this kind of conversation: only for " + names(in) + ", and this is " + name(here));
    }

    private static String names(List<ChatKind> kinds) {
        return kinds.stream().map(Permission::name).collect(Collectors.joining("、"));
    }

    private static String name(ChatKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Words early(LocalDate first, LocalDate today) {
        return new Words("今天不在这条规则的日期里:从 " + first + " 开始,今天是 " + today,
                "today is not among its days: it begins on " + first + ", today is " + today);
    }

    private static Words over(LocalDate last, LocalDate today) {
        return new Words("今天不在这条规则的日期里:到 " + last + " 为止,今天是 " + today,
                "today is not among its days: it ended on " + last + ", today is " + today);
    }

    /** Why it would be a repetition. */
    public Refusal repeated(Effect effect, ChatContext chat) {
        Duration length = length(effect, chat);
        if (length.isZero()) {
            return Refusal.NONE;
        }
        Optional<Instant> used = chat.memory().get(USED + effect.key(), Used.class)
                .map(last -> Instant.ofEpochMilli(last.at()))
                .filter(last -> !chat.now().isAfter(last.plus(length)));
        return used.map(last -> cooling(last, length, chat.now())).orElse(Refusal.NONE);
    }

    private Refusal cooling(Instant used, Duration length, Instant now) {
        Instant end = used.plus(length);
        long left = Duration.between(now, end).toSeconds();
        String until = TIME.format(end.atZone(zone));
        String at = TIME.format(used.atZone(zone));
        Words answer = used.isAfter(now)
                ? new Words("等同事等到 " + at + ",那时才答", "it waits for colleagues until " + at + ",")
                : new Words(at + " 刚答过", "it answered at " + at + ",");
        return new Refusal("cooldown", null, left,
                () -> new Words(length.toSeconds() + " 秒内不重复(cooldown):" + answer.zh() + ",还要 " + left + " 秒,到 "
                        + until,
                        "not repeated within " + length.toSeconds() + " s (cooldown): " + answer.en() + " "
                                + left + " s are left, until " + until));
    }

    /**
     * Starts the cooldown: it counts from the answer.
     *
     * @param wait how long the answer waits for colleagues
     */
    public void use(Effect effect, Duration wait, ChatContext chat) {
        if (!length(effect, chat).isZero()) {
            chat.memory().put(USED + effect.key(), new Used(chat.now().plus(wait).toEpochMilli()));
        }
    }

    /** How long colleagues have to be faster, when nobody asked the bot itself. */
    public Duration patience(Effect effect) {
        return effect.limits().patience().orElse(patience);
    }

    /** In a group everybody has read the answer; whoever asks alone and asks again wants it again. */
    private Duration length(Effect effect, ChatContext chat) {
        return chat.group().chat().kind() == ChatKind.DIRECT
                ? Duration.ZERO
                : effect.limits().cooldown().orElse(cooldown);
    }
}
