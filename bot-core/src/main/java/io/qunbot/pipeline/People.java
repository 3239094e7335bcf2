package io.qunbot.pipeline;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Person;

/** Looks people up as of the last commit of their lanes. */
@FunctionalInterface
public interface People {
    Person person(MemberId member);

    /** The same, as they are known in one conversation. */
    default People in(ChatId chat) {
        return this;
    }
}
