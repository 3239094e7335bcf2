package io.qunbot.people;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a member in one value that is read often.
 *
 * @param names the tags, in the order in which they were put on
 * @param facts what plugins made known, by name; none in what was written before there were facts
 */
public record Card(@Nullable List<String> names, @Nullable Map<String, String> facts) {

    /** Whose memory it is on a member's lane. */
    public static final String OWNER = "tags";
    /** Under which key it stands there. */
    public static final String KEY = "tags";

    /** Of whom nothing is known. */
    public static final Card EMPTY = new Card(List.of(), Map.of());

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** @param json what {@link #json} made */
    public static Card of(String json) {
        return GSON.fromJson(json, Card.class);
    }

    public String json() {
        return GSON.toJson(this);
    }

    /** The tags. */
    public Set<String> tags() {
        return names == null ? Set.of() : new LinkedHashSet<>(names);
    }

    /** The tags for whoever reads many cards: immutable, and in no order. */
    public Set<String> unordered() {
        return names == null ? Set.of() : Set.copyOf(names);
    }

    /** What plugins made known. */
    public Map<String, String> known() {
        return facts == null ? Map.of() : facts;
    }

    Card with(Set<String> tags) {
        return new Card(List.copyOf(tags), known());
    }

    /** The same with one fact more, or one less. */
    public Card knowing(String fact, String value) {
        Map<String, String> all = new TreeMap<>(known());
        if (value.isEmpty()) {
            all.remove(fact);
        } else {
            all.put(fact, value);
        }
        return new Card(List.copyOf(tags()), Map.copyOf(all));
    }
}
