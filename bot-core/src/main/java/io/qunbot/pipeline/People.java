package io.qunbot.pipeline;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.Quoted;
import java.util.List;
import java.util.Optional;

/** Looks people up as of the last commit of their lanes. */
@FunctionalInterface
public interface People {
    Person person(MemberId member);

    /** Who is in the conversation that they are looked at in; empty when that is not known, or there is none. */
    default List<MemberId> members() {
        return List.of();
    }

    /** What somebody said, as long as it is archived. */
    default Optional<Quoted> quoted(Origin origin) {
        return Optional.empty();
    }

    /** The address by which somebody joins who is invited. */
    default Optional<String> joinLink(String state) {
        return Optional.empty();
    }

    /** The same, as they are known in one conversation. */
    default People in(ChatId chat) {
        return this;
    }
}
