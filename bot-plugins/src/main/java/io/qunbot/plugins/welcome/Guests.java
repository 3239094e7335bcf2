package io.qunbot.plugins.welcome;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Calls newcomers by name, as far as names are known. */
final class Guests {

    private static final int MOST_NAMES = 5;
    private static final int MOST_OF_A_LIST = 20;

    private Guests() {}

    /** By which join ways they came, each once; nothing when it is not known of all of them. */
    static List<String> ways(Newcomers.Party party, ChatContext chat) {
        return common(party, member -> chat.person(member).way());
    }

    /** Who invited them, each once; nothing when it is not known of all of them. */
    static List<String> inviters(Newcomers.Party party, ChatContext chat) {
        return common(party, member -> chat.person(member).inviter().flatMap(who -> chat.person(who).name())
                .map(Foreign::name).filter(name -> !name.isEmpty()));
    }

    private static List<String> common(Newcomers.Party party, Function<MemberId, Optional<String>> fact) {
        List<String> known = party.members().stream().flatMap(member -> fact.apply(member).stream()).toList();
        return known.size() == party.count() ? known.stream().distinct().toList() : List.of();
    }

    /** 李雷; 李雷、韩梅梅; 甲、乙、丙、丁、戊 等 200 人; 新朋友; 12 位新朋友. */
    static String names(Newcomers.Party party, ChatContext chat) {
        return names(party.members(), party.count(), MOST_NAMES, chat);
    }

    /** The same with as many names as a list may have. */
    static String list(List<MemberId> members, ChatContext chat) {
        return names(members, members.size(), MOST_OF_A_LIST, chat);
    }

    private static String names(List<MemberId> members, int count, int most, ChatContext chat) {
        List<String> names = members.stream().flatMap(member -> chat.person(member).name().stream())
                .map(Foreign::name).filter(name -> !name.isEmpty()).limit(most).toList();
        if (names.isEmpty()) {
            return count == 1 ? "新朋友" : count + " 位新朋友";
        }
        String list = String.join("、", names);
        return names.size() == count ? list : list + " 等 " + count + " 人";
    }

    /** Who is meant, for texts. */
    static Map<String, Object> values(List<MemberId> members, PluginServices services, ChatContext chat) {
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now());
        values.put("name", list(members, chat));
        values.put("names", list(members, chat));
        values.put("count", members.size());
        return values;
    }

    /** What {@link #values} gives beyond the profile's own words. */
    static Set<String> vocabulary(PluginServices services, String... more) {
        Set<String> names = new TreeSet<>(Vocabulary.names(services, more));
        names.addAll(List.of("name", "names", "count"));
        return names;
    }
}
