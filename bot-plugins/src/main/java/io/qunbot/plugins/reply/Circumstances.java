package io.qunbot.plugins.reply;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Hours;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Roles;
import io.qunbot.plugin.Segment;
import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Words;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Who says it, to whom and when, as the event and the conversation tell. Looked at only when a rule asks. */
final class Circumstances implements Situation {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private final Event.Said said;
    private final ChatContext chat;
    private final PluginServices services;

    Circumstances(Event.Said said, ChatContext chat, PluginServices services) {
        this.said = said;
        this.chat = chat;
        this.services = services;
    }

    @Override
    public Refusal veto(Condition condition) {
        if (condition.mention() && !isMentioned()) {
            return Refusal.by("when.mention", () -> new Words("没有 @ 机器人", "the bot is not @-ed"));
        }
        if (!condition.role().isEmpty() && condition.role().stream().noneMatch(this::has)) {
            return Refusal.by("when.role", condition.role().getFirst().place(), () -> role(condition.role()));
        }
        if (!condition.tag().isEmpty() && !hasTag(condition.tag())) {
            Set<String> own = chat.person(said.by()).tags();
            return Refusal.by("when.tag", () -> tag(condition.tag(), own));
        }
        if (!condition.in().isEmpty() && !Segment.isIn(condition.in(), chat.person(said.by()), chat.now(), services)) {
            return Refusal.by("when.in", condition.in().getFirst().place(), () -> segment(condition.in()));
        }
        if (condition.time().isEmpty() || isWithin(condition.time())) {
            return Refusal.NONE;
        }
        LocalDateTime now = LocalDateTime.ofInstant(chat.now(), services.zone());
        return Refusal.by("when.time", () -> time(condition.time(), now));
    }

    private static Words role(List<Located<String>> roles) {
        return new Words("说话的人不是 " + names(roles), "the sender is not: " + names(roles));
    }

    private static Words tag(List<String> tags, Set<String> has) {
        String wanted = String.join("、", tags);
        String own = has.stream().sorted().collect(Collectors.joining("、"));
        return new Words("说话的人没有标签 " + wanted + (own.isEmpty() ? "" : ",只有 " + own),
                "the sender has no tag " + wanted + (own.isEmpty() ? "" : ", only " + own));
    }

    private static Words segment(List<Located<String>> segments) {
        return new Words("说话的人不在分群 " + names(segments) + " 里",
                "the sender is in none of the segments " + names(segments));
    }

    private static Words time(List<Hours> times, LocalDateTime moment) {
        String now = TIME.format(moment);
        return new Words("只在 " + texts(times) + ",现在是 " + now, "only at " + texts(times) + ", and it is " + now);
    }

    private boolean isMentioned() {
        return said.mentioned() || chat.group().chat().kind() == ChatKind.DIRECT;
    }

    private boolean has(Located<String> role) {
        return Roles.holds(role.value(), chat.person(said.by()), services);
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
