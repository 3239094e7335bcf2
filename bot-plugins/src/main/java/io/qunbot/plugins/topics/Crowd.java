package io.qunbot.plugins.topics;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Planned;
import java.util.Collection;
import java.util.List;

/** Who has to be in a group, by the tags of those who spoke there or joined. */
@Doc(zh = "群里有带这个标签的成员", en = "somebody in the group has such a tag")
@Planned("stage")
public record Crowd(@Doc(zh = "标签,有一个就算", en = "tags, of which one is enough") List<String> tag) {

    public Crowd {
        tag = List.copyOf(tag);
    }

    boolean includes(Collection<MemberId> people, ChatContext chat) {
        return people.stream().anyMatch(member -> chat.person(member).tags().stream().anyMatch(tag::contains));
    }
}
