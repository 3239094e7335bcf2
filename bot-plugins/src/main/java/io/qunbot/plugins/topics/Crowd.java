package io.qunbot.plugins.topics;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Segment;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Who has to be in a group, by the tags, stages and segments of those who spoke there or joined. */
@Doc(zh = "群里有这样的成员,写到的都要满足", en = "somebody in the group is like this, all together")
public record Crowd(
        @Doc(zh = "有其中一个标签", en = "they have one of these tags") List<String> tag,
        @Doc(zh = "在其中一个阶段", en = "they are at one of these stages") List<String> stage,
        @Doc(zh = "在其中一个分群里", en = "they are in one of these segments") List<Located<String>> in) {

    public Crowd {
        tag = List.copyOf(tag);
        stage = List.copyOf(stage);
        in = List.copyOf(in);
    }

    boolean includes(Collection<MemberId> people, ChatContext chat, PluginServices services) {
        return people.stream().map(chat::person).anyMatch(person -> includes(person, chat, services));
    }

    private boolean includes(Person person, ChatContext chat, PluginServices services) {
        return (tag.isEmpty() || tag.stream().anyMatch(person.tags()::contains))
                && (stage.isEmpty() || person.stage().filter(stage::contains).isPresent())
                && Segment.isIn(in, person, chat.now(), services);
    }

    void check(PluginServices services, Problems problems) {
        Segment.check(in, services, problems);
    }

    /** As operators read it. */
    String words() {
        return Stream.of(tag, stage, in.stream().map(Located::value).toList()).flatMap(List::stream)
                .reduce((one, other) -> one + "、" + other).orElse("");
    }
}
