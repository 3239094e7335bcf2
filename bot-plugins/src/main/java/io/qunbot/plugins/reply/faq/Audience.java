package io.qunbot.plugins.reply.faq;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.PluginServices;
import io.qunbot.yaml.Located;
import java.util.Set;

/** Who asks, as far as questions are not for everybody. */
final class Audience {

    static final Set<String> ROLES = Set.of("member", "staff");

    private final MemberId member;
    private final PluginServices services;
    private final ChatContext chat;

    Audience(MemberId member, PluginServices services, ChatContext chat) {
        this.member = member;
        this.services = services;
        this.chat = chat;
    }

    boolean isFor(FaqQuestion question) {
        boolean role = question.role().isEmpty()
                || question.role().stream().map(Located::value).anyMatch(this::holds);
        return role && (question.tagged().isEmpty()
                || question.tagged().stream().anyMatch(chat.person(member).tags()::contains));
    }

    private boolean holds(String role) {
        return switch (role) {
            case "member" -> !services.isStaff(member);
            case "staff" -> services.isStaff(member);
            default -> services.staff(role).contains(member);
        };
    }
}
