package io.qunbot.simulation.run;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.Event.Change;
import io.qunbot.chat.MemberId;
import io.qunbot.simulation.SimulatedPeople;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.transcript.Cast;
import io.qunbot.transcript.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does what the people of a conversation do, in its group or, one-to-one, each in a conversation of their own. */
public final class Actors {

    /** An @ that names somebody: not one of an address. */
    private static final Pattern MENTION = Pattern
            .compile("(?<![A-Za-z0-9._-])[@\uFF20]([^\\s@\uFF20,\uFF0C:\uFF1A]+)");
    private static final Set<String> EVERYBODY = Set.of("所有人", "全体成员", "all");

    private final VirtualBot bot;
    private final SimulatedPeople people;
    private Cast cast;
    private final Set<ChatId> visited = new HashSet<>();
    private Chat group;
    private final Set<String> names = new HashSet<>();
    private Optional<Event> last = Optional.empty();
    private String lastAnswer = "";

    /**
     * @param group where it happens; of a {@code DIRECT} one only the kind and the channel count
     * @param names of everybody who is in the conversation: an @ of anybody else is meant for the bot
     */
    public Actors(VirtualBot bot, SimulatedPeople people, Cast cast, Chat group, Set<String> names) {
        this.bot = bot;
        this.people = people;
        this.cast = cast;
        this.group = group;
        visited.add(group.id());
        this.names.addAll(names);
        this.names.addAll(cast.colleagues());
        people.present(group.id(), cast.all());
    }

    /** Whether this is one of the conversation's chats. */
    public boolean isHere(ChatId chat) {
        return group.kind() == ChatKind.DIRECT
                ? chat.value().startsWith(group.channel() + ":")
                : visited.contains(chat);
    }

    /** Somebody new is a colleague. */
    public void recast(Cast now) {
        cast = now;
        names.addAll(now.colleagues());
    }

    /** Lets something happen now, and everything that it causes at once. */
    public void act(Step.Happening step) {
        act(step, false);
    }

    /** @param toBot whether it is said to the bot, however it is worded */
    public void act(Step.Happening step, boolean toBot) {
        switch (step) {
            case Step.Says says -> says(says, toBot);
            case Step.Joins(List<String> joining) -> joins(joining);
            case Step.Reports(String who, String text) -> reports(who, text);
            case Step.Moves(String name) -> {
                group = new Chat(new ChatId(name), group.kind(), group.channel());
                visited.add(group.id());
            }
            case Step.Leaves(List<String> leaving) -> leaves(leaving);
            case Step.Clicks(String who, String key) -> happens(new Event.Clicked(bot.newId(group.channel()), bot.now(),
                    chatOf(cast.id(who)), cast.id(who), key, "", Map.of()));
            case Step.Confirms _ -> confirm();
            case Step.Renames _ ->
                happens(new Event.Changed(bot.newId(group.channel()), bot.now(), group, Change.NAME));
        }
    }

    /** The group's owner confirms what is to be sent. @return whether there was anything to confirm */
    public boolean confirm() {
        return bot.confirm(group);
    }

    private void says(Step.Says says, boolean toBot) {
        names.add(says.who());
        MemberId by = cast.id(says.who());
        Chat chat = chatOf(by);
        boolean mentioned = toBot || chat.kind() == ChatKind.DIRECT || mentionsBot(says.text());
        happens(new Event.Said(bot.newId(group.channel()), bot.now(), chat, by, content(says), mentioned));
    }

    private void reports(String who, String text) {
        MemberId by = cast.accounts(who).getFirst();
        Chat alone = new Chat(ChatId.direct(group.channel(), by), ChatKind.DIRECT, group.channel());
        happens(new Event.Said(bot.newId(group.channel()), bot.now(), alone, by, new Content.Text(text), true));
    }

    private boolean mentionsBot(String text) {
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            String name = mention.group(1);
            if (!EVERYBODY.contains(name) && names.stream().noneMatch(name::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private static Content content(Step.Says says) {
        return switch (says.form()) {
            case "" -> new Content.Text(says.text());
            case "图片" -> new Content.Image("");
            case "视频" -> new Content.Video("");
            case "语音" -> new Content.Voice(says.text(), "");
            case "文件" -> new Content.File(says.text(), "");
            case "位置" -> new Content.Location(says.text(), 0, 0);
            case "链接", "转发文章", "文章" -> new Content.Link(says.text(), "", "");
            default -> new Content.Text("[" + says.form() + "] " + says.text());
        };
    }

    private void joins(List<String> joining) {
        names.addAll(joining);
        List<MemberId> members = joining.stream().map(cast::id).toList();
        if (group.kind() == ChatKind.DIRECT) {
            members.forEach(member -> happens(new Event.Entered(bot.newId(group.channel()), bot.now(), chatOf(member),
                    member)));
            return;
        }
        people.joined(group.id(), members);
        happens(new Event.Joined(bot.newId(group.channel()), bot.now(), group, members, members.size(), ""));
    }

    private void leaves(List<String> leaving) {
        List<MemberId> members = leaving.stream().map(cast::id).toList();
        people.left(group.id(), members);
        happens(new Event.Left(bot.newId(group.channel()), bot.now(), group, members, members.size(), false, ""));
    }

    private Chat chatOf(MemberId member) {
        return group.kind() == ChatKind.DIRECT
                ? new Chat(ChatId.direct(group.channel(), member), ChatKind.DIRECT, group.channel())
                : group;
    }

    private void happens(Event event) {
        last = Optional.of(event);
        lastAnswer = bot.deliver(event);
    }

    /**
     * WeCom delivers the last event again.
     *
     * @return whether it got the same answer as the first time
     */
    public boolean redeliver() {
        return last.isEmpty() || bot.deliver(last.get()).equals(lastAnswer);
    }
}
