package io.qunbot.plugins.reply;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Hours;
import io.qunbot.plugin.PluginServices;
import io.qunbot.yaml.Located;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who says it, to whom and when, as the event and the conversation tell. Looked at only when a rule asks. */
final class Circumstances implements Situation {

    private final Event.Said said;
    private final ChatContext chat;
    private final PluginServices services;

    Circumstances(Event.Said said, ChatContext chat, PluginServices services) {
        this.said = said;
        this.chat = chat;
        this.services = services;
    }

    @Override
    public String veto(Condition condition) {
        if (condition.mention() && !isMentioned()) {
            return "没有 @ 机器人";
        }
        if (!condition.role().isEmpty() && condition.role().stream().noneMatch(this::has)) {
            return "说话的人不是 " + names(condition.role());
        }
        if (!condition.tag().isEmpty() && !hasTag(condition.tag())) {
            return "说话的人没有标签 " + String.join("、", condition.tag());
        }
        return condition.time().isEmpty() || isWithin(condition.time()) ? "" : "只在 " + texts(condition.time());
    }

    private boolean isMentioned() {
        return said.mentioned() || chat.group().chat().kind() == ChatKind.DIRECT;
    }

    private boolean has(Located<String> role) {
        return switch (role.value().toUpperCase(Locale.ROOT)) {
            case "MEMBER" -> !services.isStaff(said.by());
            case "STAFF" -> services.isStaff(said.by());
            default -> services.staff(role.value()).contains(said.by());
        };
    }

    private boolean hasTag(List<String> tags) {
        Set<String> own = chat.person(said.by()).tags();
        return tags.stream().anyMatch(own::contains);
    }

    private boolean isWithin(List<Hours> times) {
        LocalDateTime now = LocalDateTime.ofInstant(chat.now(), services.zone());
        return times.stream().anyMatch(hours -> hours.include(now));
    }

    private static String names(List<Located<String>> roles) {
        return String.join("、", roles.stream().map(Located::value).toList());
    }

    private static String texts(List<Hours> times) {
        return String.join("、", times.stream().map(Hours::toString).toList());
    }
}
