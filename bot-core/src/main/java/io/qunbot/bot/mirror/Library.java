package io.qunbot.bot.mirror;

import io.qunbot.chat.GatewayException;
import io.qunbot.people.Families;
import io.qunbot.wecom.customer.CorpTags;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** WeCom's corp tags as they were read last; a group there has the name of a family. For one thread. */
final class Library {

    private final CorpTags tags;
    private Map<String, Map<String, String>> groups = Map.of();
    private boolean known;

    Library(CorpTags tags) {
        this.tags = tags;
    }

    /** Somebody changed it: it is read again when it is needed. */
    void forget() {
        known = false;
    }

    /** The ids of tags, which are made where they are missing. */
    List<String> ids(Collection<String> names, Families families) throws GatewayException {
        read();
        Map<String, List<String>> missing = names.stream().filter(name -> !id(name, families).isPresent())
                .collect(Collectors.groupingBy(name -> families.of(name).orElse(name), TreeMap::new,
                        Collectors.toList()));
        for (Map.Entry<String, List<String>> group : missing.entrySet()) {
            tags.add(group.getKey(), group.getValue());
            forget();
        }
        read();
        List<String> ids = new ArrayList<>();
        names.forEach(name -> id(name, families).ifPresent(ids::add));
        return ids;
    }

    private Optional<String> id(String name, Families families) {
        return families.of(name).map(group -> groups.getOrDefault(group, Map.of()).get(name));
    }

    /**
     * The names of tags of the families, by their ids.
     *
     * @param used ids that somebody carries: when one of them is unknown the library is read again
     */
    Map<String, String> names(Families families, Collection<String> used) throws GatewayException {
        read();
        if (used.stream().anyMatch(id -> groups.values().stream().noneMatch(group -> group.containsValue(id)))) {
            forget();
            read();
        }
        Map<String, String> names = new HashMap<>();
        groups.forEach((group, members) -> members.forEach((name, id) -> {
            if (families.of(name).filter(group::equals).isPresent()) {
                names.put(id, name);
            }
        }));
        return names;
    }

    private void read() throws GatewayException {
        if (!known) {
            Map<String, Map<String, String>> all = new HashMap<>();
            tags.library().forEach(group -> all.computeIfAbsent(group.name(), _ -> new HashMap<>())
                    .putAll(group.tags()));
            groups = all;
            known = true;
        }
    }
}
