package io.qunbot.profile;

import io.qunbot.chat.MemberId;
import io.qunbot.rota.Rotas;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The colleagues of a profile: asked for with every message, so that it is known beforehand.
 *
 * @param posts in the order of the file; a post may be held by a rota
 * @param all everybody, rotas and whoever is on them among them
 */
record Crew(Map<String, List<MemberId>> posts, Set<MemberId> all) {

    static final Crew NOBODY = new Crew(Map.of(), Set.of());

    Crew {
        posts = Collections.unmodifiableMap(new LinkedHashMap<>(posts));
        all = Set.copyOf(all);
    }

    static Crew of(Map<String, List<MemberId>> posts, Rotas rotas) {
        Set<MemberId> all = new HashSet<>();
        posts.values().forEach(holders -> holders.forEach(holder -> {
            all.add(holder);
            all.addAll(rotas.people(holder));
        }));
        return new Crew(posts, all);
    }
}
