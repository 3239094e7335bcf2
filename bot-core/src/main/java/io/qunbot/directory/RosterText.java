package io.qunbot.directory;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rosters as text that can be kept. */
final class RosterText {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private RosterText() {}

    private record Group(String name, String owner, List<String> admins, String notice, String version,
            List<Person> members) {}

    private record Person(String id, String name, boolean colleague, long joined, int scene, String state,
            String inviter) {}

    static String write(Roster roster) {
        return GSON.toJson(new Group(roster.name(), text(roster.owner()),
                roster.admins().stream().map(MemberId::value).toList(), roster.notice(), roster.version(),
                roster.members().stream().map(RosterText::person).toList()));
    }

    private static Person person(Membership membership) {
        return new Person(membership.member().value(), membership.name(), membership.colleague(),
                membership.joined().getEpochSecond(), membership.scene(), membership.state(),
                text(membership.inviter()));
    }

    static Roster read(String chat, String text) {
        Group group = GSON.fromJson(text, Group.class);
        return new Roster(new ChatId(chat), group.name(), member(group.owner()),
                group.admins().stream().map(MemberId::new).toList(), group.notice(), group.version(),
                group.members().stream().map(RosterText::membership).toList());
    }

    private static Membership membership(Person person) {
        return new Membership(new MemberId(person.id()), person.name(), person.colleague(),
                Instant.ofEpochSecond(person.joined()), person.scene(), person.state(), member(person.inviter()));
    }

    private static String text(Optional<MemberId> member) {
        return member.map(MemberId::value).orElse("");
    }

    private static Optional<MemberId> member(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new MemberId(id));
    }
}
