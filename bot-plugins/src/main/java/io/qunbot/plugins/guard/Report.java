package io.qunbot.plugins.guard;

import io.qunbot.chat.Action;
import io.qunbot.chat.Care;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Vocabulary;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What colleagues get to know of a burst. */
final class Report {

    private static final String NOBODY = "有人";

    private final GuardSettings settings;
    private final PluginServices services;

    Report(GuardSettings settings, PluginServices services) {
        this.settings = settings;
        this.services = services;
    }

    /** How often a member did it before, as far as that is counted. */
    int strikes(MemberId member, ChatContext chat) {
        return Tally.of(chat.person(member));
    }

    Optional<Action.Tell> of(MemberId member, Burst burst, int strikes, ChatContext chat) {
        Map<String, Object> values = values(services, chat.person(member), chat);
        values.put("quote", burst.quote());
        values.put("why", burst.why());
        values.put("count", burst.count());
        settings.strikes().ifPresent(_ -> values.put("strikes", strikes));
        return settings.tell().action(values, GuardPlugin.NAME, services, chat)
                .map(tell -> new Action.Tell(tell.who(), tell.text() + unsaid(burst, strikes), tell.rule(),
                        tell.urgent(), alone(tell.care())));
    }

    /** It was gathered here already. */
    private static Care alone(Care care) {
        return new Care(care.within(), care.orElse(), care.later(), Duration.ZERO);
    }

    /** How many there were, and which time it is, where the operator's words leave it out. */
    private String unsaid(Burst burst, int strikes) {
        Set<String> said = settings.tell().text().value().variables();
        String count = burst.count() > 1 && !said.contains("count") ? "(这一阵共 " + burst.count() + " 条)" : "";
        boolean again = settings.strikes().isPresent() && strikes > 1 && !said.contains("strikes");
        return count + (again ? "(第 " + strikes + " 次)" : "");
    }

    /** What all texts about a member may name. */
    static Map<String, Object> values(PluginServices services, Person person, ChatContext chat) {
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now(), person);
        values.put("name", person.name().map(Foreign::name).filter(name -> !name.isEmpty()).orElse(NOBODY));
        values.put("tags", person.tags().isEmpty()
                ? "无"
                : person.tags().stream().sorted().collect(Collectors.joining("、")));
        return values;
    }
}
