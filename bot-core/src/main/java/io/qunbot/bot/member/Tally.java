package io.qunbot.bot.member;

import io.qunbot.bot.Refused;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Person;
import io.qunbot.store.Store;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Map;

/**
 * How many are in a segment.
 *
 * @param who they are, when that was asked for
 */
public record Tally(String segment, int members, List<Who> who) {

    /** Somebody; the name is empty when it is not known. */
    public record Who(String id, String name) {}

    /** How many are in each segment. */
    public static List<Tally> all(Census census, String profile) {
        return census.segments(profile).stream()
                .map(name -> new Tally(name, census.in(name, profile).orElse(List.of()).size(), List.of())).toList();
    }

    /**
     * Who is in one.
     *
     * @throws Refused when there is no such segment
     */
    public static Tally of(Census census, String segment, String profile, Store store) {
        List<Person> found = census.in(segment, profile).orElseThrow(() -> unknown(segment, census.segments(profile)));
        Map<String, String> names = store.rosters().names();
        return new Tally(segment, found.size(), found.stream().map(Person::id).map(MemberId::value)
                .map(id -> new Who(id, names.getOrDefault(id, ""))).toList());
    }

    private static Refused unknown(String segment, List<String> known) {
        Words help = Nearest.help(segment, known);
        return new Refused("没有 “" + segment + "” 这个分群。" + help.zh(),
                "there is no segment '" + segment + "'. " + help.en());
    }
}
