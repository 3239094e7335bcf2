package io.qunbot.plugins.reply;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.ChatContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Whether a rule may act here and now. */
final class Permission {

    private static final String USED = "used.";

    /** When a rule last acted in a chat, in milliseconds of the epoch. */
    record Used(long at) {}

    private final ReplySettings settings;
    private final ZoneId zone;

    Permission(ReplySettings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /** Why it may not; empty when it may. */
    String refusal(Match match, ChatContext chat) {
        if (!match.holds()) {
            return match.verdict().veto();
        }
        Rule rule = match.rule();
        if (!rule.in().isEmpty() && !rule.in().contains(chat.group().chat().kind())) {
            return "这条规则不在这种群里用";
        }
        LocalDate today = chat.now().atZone(zone).toLocalDate();
        if (rule.from().filter(today::isBefore).isPresent() || rule.until().filter(today::isAfter).isPresent()) {
            return "今天不在这条规则的日期里";
        }
        return cooldown(match, chat);
    }

    /** Starts the rule's cooldown: it counts from the question, not from the answer. */
    void use(Match match, ChatContext chat) {
        if (!length(match.rule(), chat).isZero()) {
            chat.memory().put(USED + match.key(), new Used(chat.now().toEpochMilli()));
        }
    }

    private String cooldown(Match match, ChatContext chat) {
        Duration length = length(match.rule(), chat);
        if (length.isZero()) {
            return "";
        }
        Optional<Instant> end = chat.memory().get(USED + match.key(), Used.class)
                .map(used -> Instant.ofEpochMilli(used.at()).plus(length));
        boolean cooling = end.filter(time -> !chat.now().isAfter(time)).isPresent();
        return cooling ? length.toSeconds() + " 秒内不重复" : "";
    }

    /** In a group everybody has read the answer; whoever asks alone and asks again wants it again. */
    private Duration length(Rule rule, ChatContext chat) {
        return chat.group().chat().kind() == ChatKind.DIRECT
                ? Duration.ZERO
                : rule.cooldown().orElse(settings.cooldown());
    }
}
