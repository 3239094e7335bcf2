package io.qunbot.plugin;

import io.qunbot.yaml.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that texts may tell of a member, wherever they are about one: a plugin makes it known as a fact
 * ({@link io.qunbot.chat.Action.Know}), and no other has to know which plugin it was.
 *
 * @param name as texts write it, without braces; several may have the same name, and are told together
 * @param fact the name of the fact
 * @param label what stands before it where there are several
 * @param otherwise what is told as long as the fact is not known
 */
public record Detail(String name, String fact, String label, String otherwise) {

    /** How far somebody is with a checklist. */
    public static final String PROGRESS = "progress";

    private static final Map<String, Words> WAYS = Map.of(PROGRESS, new Words(
            "{{progress}} 是打卡清单做到了第几格:在这份配置里写一个 each: true 的 rollcall,而且这段话要是说给或说到某一位成员的",
            "{{progress}} is how much of a checklist somebody did: it takes a rollcall with each: true in this profile,"
                    + " and a text that is about a member"));

    /** What to write for a detail that nobody makes known. */
    static Optional<Words> way(String name) {
        return Optional.ofNullable(WAYS.get(name));
    }

    /** The values of all details of a member, by their names. */
    static Map<String, Object> values(List<Detail> details, Person person) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Detail detail : details) {
            boolean several = details.stream().filter(other -> other.name().equals(detail.name())).count() > 1;
            String value = person.facts().getOrDefault(detail.fact(), detail.otherwise());
            String told = several ? detail.label() + " " + value : value;
            values.merge(detail.name(), told, (first, second) -> first + "、" + second);
        }
        return values;
    }
}
