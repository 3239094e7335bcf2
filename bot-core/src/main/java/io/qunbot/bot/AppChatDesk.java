package io.qunbot.bot;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.directory.Roster;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.app.AppChats;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups of colleagues that an app creates, and in which it may speak for itself. Blocks as long as WeCom takes. */
final class AppChatDesk {

    private final Map<String, WecomApi> apis;
    private final GroupDirectory directory;
    private final InstantSource clock;

    /**
     * What a new group is to be.
     *
     * @param channel of the app; empty when there is only one
     * @param id 1 to 32 letters and digits; empty to let WeCom choose
     */
    record Wish(String channel, String id, String name, String owner, List<String> members) {
        Wish {
            members = List.copyOf(members);
        }
    }

    /** What changes about a group; what is empty stays. */
    record Change(String channel, String id, String name, String owner, List<String> add, List<String> remove) {
        Change {
            add = List.copyOf(add);
            remove = List.copyOf(remove);
        }
    }

    /** A group as it is now. */
    record Group(String id, String name, String owner, List<String> members) {
        Group {
            members = List.copyOf(members);
        }
    }

    AppChatDesk(Map<String, WecomApi> apis, GroupDirectory directory, InstantSource clock) {
        this.apis = Map.copyOf(apis);
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws Refused when it can't be made */
    Group create(Wish wish) {
        if (wish.name().isBlank() || wish.owner().isBlank()) {
            throw new Refused("群名和群主要写", "a name and an owner are needed");
        }
        String channel = channel(wish.channel());
        AppChats chats = chats(channel);
        try {
            return known(channel, chats, chats.create(wish.id(), wish.name(), new MemberId(wish.owner()),
                    members(wish.members())));
        } catch (GatewayException refused) {
            throw refusal(refused);
        }
    }

    /** @throws Refused when it can't be changed */
    Group update(Change change) {
        String channel = channel(change.channel());
        AppChats chats = chats(channel);
        ChatId id = new ChatId(change.id());
        try {
            chats.update(id, new AppChats.Change(text(change.name()), text(change.owner()).map(MemberId::new),
                    members(change.add()), members(change.remove())));
            return known(channel, chats, id);
        } catch (GatewayException refused) {
            throw refusal(refused);
        }
    }

    private Group known(String channel, AppChats chats, ChatId id) throws GatewayException {
        Roster roster = directory.learn(new Chat(id, ChatKind.INTERNAL, channel), chats.get(id), clock.instant());
        return new Group(id.value(), roster.name(), roster.owner().map(MemberId::value).orElse(""),
                roster.members().stream().map(each -> each.member().value()).toList());
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(written -> !written.isBlank());
    }

    private static List<MemberId> members(List<String> accounts) {
        return accounts.stream().filter(account -> !account.isBlank()).map(MemberId::new).toList();
    }

    private String channel(String wanted) {
        if (wanted.isEmpty() && apis.size() == 1) {
            return apis.keySet().iterator().next();
        }
        if (!apis.containsKey(wanted)) {
            throw new Refused(apis.isEmpty()
                    ? "没有填了 secret 的自建应用:在 config/bot.yaml 里补上"
                    : "用 --channel 写明是哪个应用:" + String.join("、", apis.keySet().stream().sorted().toList()),
                    apis.isEmpty()
                            ? "no app has a secret: put it into config/bot.yaml"
                            : "name the app with --channel: "
                                    + String.join(", ", apis.keySet().stream().sorted().toList()));
        }
        return wanted;
    }

    private AppChats chats(String channel) {
        return new AppChats(Optional.ofNullable(apis.get(channel)).orElseThrow());
    }

    private static Refused refusal(GatewayException refused) {
        return JoinDesk.refusal(refused);
    }
}
