package io.qunbot.plugins.reply.effect;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.ChatContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Whether something may act here and now. */
public final class Permission {

    private static final String USED = "used.";

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

    /** Why this is not its place or its time; empty when it is. */
    public String misplaced(Limits limits, ChatContext chat) {
        if (!limits.in().isEmpty() && !limits.in().contains(chat.group().chat().kind())) {
            return "这条规则不在这种群里用";
        }
        if (limits.from().isEmpty() && limits.until().isEmpty()) {
            return "";
        }
        LocalDate today = chat.now().atZone(zone).toLocalDate();
        boolean out = limits.from().filter(today::isBefore).isPresent()
                || limits.until().filter(today::isAfter).isPresent();
        return out ? "今天不在这条规则的日期里" : "";
    }

    /** Why it would be a repetition; empty when it is none. */
    public String repeated(Effect effect, ChatContext chat) {
        Duration length = length(effect, chat);
        if (length.isZero()) {
            return "";
        }
        Optional<Instant> end = chat.memory().get(USED + effect.key(), Used.class)
                .map(used -> Instant.ofEpochMilli(used.at()).plus(length));
        boolean cooling = end.filter(time -> !chat.now().isAfter(time)).isPresent();
        return cooling ? length.toSeconds() + " 秒内不重复" : "";
    }

    /** Starts the cooldown: it counts from the question, not from the answer. */
    public void use(Effect effect, ChatContext chat) {
        if (!length(effect, chat).isZero()) {
            chat.memory().put(USED + effect.key(), new Used(chat.now().toEpochMilli()));
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
