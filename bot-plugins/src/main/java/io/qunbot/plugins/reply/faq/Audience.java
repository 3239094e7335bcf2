package io.qunbot.plugins.reply.faq;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Roles;
import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Who asks, as far as questions are not for everybody. */
final class Audience {

    private final MemberId member;
    private final PluginServices services;
    private final ChatContext chat;

    Audience(MemberId member, PluginServices services, ChatContext chat) {
        this.member = member;
        this.services = services;
        this.chat = chat;
    }

    /** Why a question is not for this member. */
    Refusal refusal(FaqQuestion question) {
        boolean role = question.role().isEmpty()
                || question.role().stream().map(Located::value).anyMatch(this::holds);
        if (!role) {
            return Refusal.by("role", question.role().getFirst().place(), () -> role(question.role()));
        }
        boolean tagged = question.tagged().isEmpty()
                || question.tagged().stream().anyMatch(chat.person(member).tags()::contains);
        return tagged ? Refusal.NONE : Refusal.by("tagged", () -> tagged(question.tagged()));
    }

    private static Words role(List<Located<String>> roles) {
        String names = roles.stream().map(Located::value).collect(Collectors.joining("、"));
        return new Words("只答 " + names + "(role),问的人不是", "only for " + names + " (role), which the asker is not");
    }

    private static Words tagged(List<String> tags) {
        String names = String.join("、", tags);
        return new Words("只答有标签 " + names + " 的人(tagged)", "only for those with the tag " + names + " (tagged)");
    }

    private boolean holds(String role) {
        return Roles.holds(role, chat.person(member), services);
    }
}
