package io.qunbot.plugins.reply;

import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.MessageForm;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.QuestionLimits;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.plugins.reply.effect.Traced;
import io.qunbot.text.Normalized;
import io.qunbot.yaml.Words;
import java.util.List;

/** Which messages are looked at, whatever they say. */
final class Admission {

    static final Finding NO_WORDS = Finding.of(Kind.BARRED, "这条消息里没有文字", "there are no words in this message");
    static final Finding FAR_TOO_LONG = Finding.of(Kind.BARRED,
            "超过 " + QuestionLimits.FAR_TOO_LONG + " 个字,没有人这样提问",
            "more than " + QuestionLimits.FAR_TOO_LONG + " characters: nobody asks like that");

    private final ReplySettings settings;
    private final PluginServices services;
    private final Traced traced;

    Admission(ReplySettings settings, PluginServices services, Traced traced) {
        this.settings = settings;
        this.services = services;
        this.traced = traced;
    }

    /** Why this message is answered by no rule at all. */
    Refusal obstacle(Event.Said said, Normalized text, ChatContext chat) {
        Role role = services.isStaff(said.by()) ? Role.STAFF : Role.MEMBER;
        if (!settings.from().contains(role)
                && settings.from().stream().noneMatch(each -> each.isHeldBy(chat.person(said.by()), services))) {
            return Refusal.by("from", () -> stranger(role));
        }
        String line = text.line().text().strip();
        int length = line.codePointCount(0, line.length());
        if (length > settings.longest()) {
            return Refusal.by("longest", () -> tooLong(length));
        }
        MessageForm form = MessageForm.of(said.content());
        return settings.ignored().contains(form) ? Refusal.by("ignore", () -> ignored(form)) : Refusal.NONE;
    }

    private static Words stranger(Role role) {
        return role == Role.STAFF
                ? new Words("同事说的话不触发(from)", "what colleagues say triggers nothing (from)")
                : new Words("他说的话不触发(from)", "what such members say triggers nothing (from)");
    }

    private Words tooLong(int length) {
        return new Words("超过 " + settings.longest() + " 个字(longest),这条有 " + length + " 个",
                "longer than " + settings.longest() + " characters (longest): it has " + length);
    }

    private static Words ignored(MessageForm form) {
        return new Words("这类消息不算提问:" + form + "(ignore)",
                "messages of this kind are no questions: " + form + " (ignore)");
    }

    /** Notes it beside the rules that it keeps back; when somebody asks, even if there is none. */
    void note(Refusal obstacle, List<Match> matches, ChatContext chat) {
        Finding finding = Finding.of(Kind.BARRED, obstacle.words()).because(() -> traced.written(obstacle.field()));
        for (Match match : matches) {
            Effect effect = Match.effect(match.located(), match.order());
            chat.note(finding.on(Traced.of(Kind.BARRED, effect, obstacle.words()).subject(), match.located().place()));
        }
        if (matches.isEmpty() && chat.explains()) {
            chat.note(finding);
        }
    }
}
