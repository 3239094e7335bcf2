package io.qunbot.bot.explain;

import io.qunbot.bot.ChannelConfig;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.dispatch.Preview.Outlook;
import io.qunbot.plugin.PluginServices;
import io.qunbot.profile.Profile;
import io.qunbot.store.LaneRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what would come of a message now. Nothing is sent and nothing is kept. Thread-safe. */
public final class Explainer {

    private static final List<ChannelConfig.Kind> FOR_GROUPS = List.of(ChannelConfig.Kind.AIBOT,
            ChannelConfig.Kind.ROBOT, ChannelConfig.Kind.APP, ChannelConfig.Kind.ARCHIVE);
    private static final EventId MADE_UP = new EventId("explain", "0");

    private final Situation situation;

    public Explainer(Situation situation) {
        this.situation = situation;
    }

    /** What would come of it. */
    public Explanation now(Question question) {
        Situation.InForce rules = situation.rules().get();
        Chat chat = chat(question);
        LaneRow lane = situation.preview().lane(chat);
        Profile profile = rules.book().profileOf(chat, lane.firstName());
        Instant today = situation.clock().instant();
        Instant now = question.at().map(at -> at.after(today.atZone(profile.services().zone()))).orElse(today);
        boolean mentioned = question.mention().orElse(isAlwaysMentioned(chat));
        Event.Said said = new Event.Said(MADE_UP, now, chat, who(as(question.as(), chat), profile.services()),
                new Content.Text(question.text()), mentioned);
        Surface surface = new Surface(situation).met(chat)
                .heard(chat, mentioned, question.mention().isEmpty())
                .rules(profile, chat, lane.firstName(), rules).paused(chat);
        Outlook outlook = situation.preview().of(said, rules.book(), now);
        return new Composition(situation).of(said, outlook, surface.lines(), rules, now);
    }

    /** The conversation as it is known, or as it would be heard first. */
    private Chat chat(Question question) {
        Optional<Chat> known = situation.store().lane(LaneId.of(new ChatId(question.group()))).flatMap(LaneRow::chat);
        Optional<String> own = Optional.of(question.group().split(":", 2)).filter(parts -> parts.length == 2)
                .map(parts -> parts[0]).filter(situation.channels()::containsKey);
        ChatKind kind = question.kind().or(() -> known.map(Chat::kind))
                .orElse(own.isPresent() ? ChatKind.DIRECT : ChatKind.INTERNAL);
        String channel = question.channel().or(() -> known.map(Chat::channel)).or(() -> own)
                .orElseGet(() -> usual(kind));
        return new Chat(new ChatId(question.group()), kind, channel);
    }

    private String usual(ChatKind kind) {
        List<ChannelConfig.Kind> order = kind == ChatKind.INTERNAL ? FOR_GROUPS : FOR_GROUPS.reversed();
        return order.stream().flatMap(wanted -> situation.channels().entrySet().stream()
                .filter(channel -> channel.getValue().kind() == wanted).map(Map.Entry::getKey)).findFirst().orElse("");
    }

    /** Whether nothing else than what is said to the bot comes from there. */
    private boolean isAlwaysMentioned(Chat chat) {
        ChannelConfig channel = situation.channels().get(chat.channel());
        return chat.kind() == ChatKind.DIRECT
                || (chat.kind() == ChatKind.INTERNAL && channel != null && channel.kind() != ChannelConfig.Kind.APP
                        && !channel.isArchive());
    }

    /** In a one-to-one conversation whoever it is with speaks, unless somebody else is named. */
    private static String as(String named, Chat chat) {
        int colon = chat.id().value().indexOf(':');
        return named.equals("member") && chat.kind() == ChatKind.DIRECT && colon >= 0
                ? chat.id().value().substring(colon + 1)
                : named;
    }

    private static MemberId who(String as, PluginServices services) {
        List<String> posts = as.equals("staff") ? services.posts() : List.of(as);
        return posts.stream().flatMap(post -> services.staff(post).stream()).findFirst().orElseGet(
                () -> new MemberId(as));
    }
}
