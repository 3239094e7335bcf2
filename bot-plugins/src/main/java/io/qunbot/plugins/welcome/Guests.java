package io.qunbot.plugins.welcome;

import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Foreign;
import java.util.List;

/** Calls newcomers by name, as far as names are known. */
final class Guests {

    private static final int MOST_NAMES = 5;

    private Guests() {}

    /** By which join ways they came, each once; nothing when it is not known of all of them. */
    static List<String> ways(Newcomers.Party party, ChatContext chat) {
        List<String> ways = party.members().stream().flatMap(member -> chat.person(member).way().stream()).toList();
        return ways.size() == party.count() ? ways.stream().distinct().toList() : List.of();
    }

    /** 李雷; 李雷、韩梅梅; 甲、乙、丙、丁、戊 等 200 人; 新朋友; 12 位新朋友. */
    static String names(Newcomers.Party party, ChatContext chat) {
        List<String> names = party.members().stream()
                .flatMap(member -> chat.person(member).name().stream())
                .map(Foreign::name)
                .filter(name -> !name.isEmpty())
                .limit(MOST_NAMES)
                .toList();
        if (names.isEmpty()) {
            return party.count() == 1 ? "新朋友" : party.count() + " 位新朋友";
        }
        String list = String.join("、", names);
        return names.size() == party.count() ? list : list + " 等 " + party.count() + " 人";
    }
}
