package io.qunbot.plugin.roll;

import io.qunbot.chat.Event;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a transcript says was so before it begins, as a plugin gets to know it: each fact is a path of words, the first
 * of which says what it is about.
 */
public record Given(List<List<String>> facts) {

    /** The kind of the event that says so; its payload is a line for each fact. */
    public static final String KIND = "given";
    private static final String BETWEEN = "\t";

    public Given {
        facts = facts.stream().map(List::copyOf).toList();
    }

    public static Given of(Event.Custom event) {
        return new Given(event.payload().lines().map(line -> Arrays.asList(line.split(BETWEEN, -1))).toList());
    }

    public String payload() {
        return facts.stream().map(fact -> String.join(BETWEEN, fact)).collect(Collectors.joining("\n"));
    }

    /** The facts about something, without its name. */
    public List<List<String>> about(String what) {
        return facts.stream().filter(fact -> fact.size() > 1 && fact.getFirst().equals(what))
                .map(fact -> fact.subList(1, fact.size())).toList();
    }
}
