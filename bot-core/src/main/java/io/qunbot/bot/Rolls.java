package io.qunbot.bot;

import com.google.gson.Gson;
import io.qunbot.bot.reading.Visitor;
import io.qunbot.bot.reading.VisitorsBook;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.plugin.roll.Roll;
import io.qunbot.plugin.roll.Roll.Entry;
import io.qunbot.plugin.roll.Roll.Head;
import io.qunbot.plugin.roll.Roll.Page;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the lists of people that plugins keep of conversations, whichever plugin it is. Thread-safe. */
public final class Rolls {

    private static final Gson GSON = new Gson();

    private final Store store;
    private final Directory people;
    private final Function<LaneRow, Masks> policy;

    /**
     * A list.
     *
     * @param begin of what it is for, ISO 8601; empty when it is for nothing in particular
     */
    public record Sheet(String group, String name, String id, String title, String begin, List<String> columns,
            List<Line> lines) {}

    /**
     * A line of a list.
     *
     * @param member an id; empty for somebody who is known by name only
     * @param at ISO 8601, UTC
     * @param state in the plugin's own words
     */
    public record Line(String member, String name, String at, String state, Map<String, String> values) {}

    /**
     * Which lists are wanted.
     *
     * @param plugin that keeps them
     * @param group a conversation's id; empty for all
     * @param id the list's own; empty for all
     * @param masked whether people stay unknown
     */
    public record Wish(String plugin, String group, String id, boolean masked) {}

    /** Where nothing is hidden. */
    public Rolls(Store store, Directory people) {
        this(store, people, _ -> Masks.NONE);
    }

    /** @param policy what the profile of a conversation hides */
    public Rolls(Store store, Directory people, Function<LaneRow, Masks> policy) {
        this.store = store;
        this.people = people;
        this.policy = policy;
    }

    /** The same for somebody, who may ask for all that is hidden: that is written down first. */
    public List<Sheet> of(Wish wish, Visitor visitor, InstantSource clock) {
        if (!visitor.plain()) {
            return of(wish);
        }
        List<Sheet> sheets = new Rolls(store, people).of(wish);
        new VisitorsBook(store, clock).sign(visitor, Map.of("group", wish.group(), "list", wish.id()), "-",
                sheets.stream().mapToInt(sheet -> sheet.lines().size()).sum());
        return sheets;
    }

    /** The lists that are wanted, group by group. */
    public List<Sheet> of(Wish wish) {
        Stream<LaneRow> lanes = wish.group().isEmpty()
                ? store.chats().stream()
                : store.lane(LaneId.of(new ChatId(wish.group()))).stream();
        return lanes.flatMap(lane -> lane.chat().stream().flatMap(chat -> sheets(lane, chat.id(), wish))).toList();
    }

    private Stream<Sheet> sheets(LaneRow lane, ChatId chat, Wish wish) {
        Masks masks = policy.apply(lane);
        Map<String, String> kept = new TreeMap<>();
        store.memories().of(lane.number(), (plugin, key, json) -> {
            if (plugin.equals(wish.plugin()) && key.startsWith(Roll.KEY)) {
                kept.put(key, json);
            }
        });
        return kept.keySet().stream().flatMap(key -> Roll.idOf(key).stream())
                .filter(id -> wish.id().isEmpty() || wish.id().equals(id))
                .map(id -> sheet(chat, id, kept, wish, masks));
    }

    private Sheet sheet(ChatId chat, String id, Map<String, String> kept, Wish wish, Masks masks) {
        Head head = GSON.fromJson(kept.get(Roll.KEY + id), Head.class);
        List<Line> lines = new ArrayList<>();
        for (int page = 0; page < head.pages(); page++) {
            String json = kept.getOrDefault(Roll.keyOf(id, page), "{\"entries\":[]}");
            GSON.fromJson(json, Page.class).entries().forEach(entry -> lines.add(line(entry, wish.masked(), masks)));
        }
        lines.sort(Comparator.comparing(Line::at));
        return new Sheet(chat.value(), people.nameOf(chat).orElse(""), id, head.title(),
                head.begin() == 0 ? "" : Instant.ofEpochMilli(head.begin()).toString(), head.columns(), lines);
    }

    /** What somebody answered may say who they are: of a masked line only its state and its days are left. */
    private Line line(Entry entry, boolean masked, Masks masks) {
        String member = entry.name().isPresent() ? "" : entry.who();
        String name = entry.name().orElseGet(() -> people.nameOf(new MemberId(entry.who())).orElse(entry.who()));
        return masked
                ? new Line(member.isEmpty() ? "" : Masked.id(member), Masked.id(name), entry.time().toString(),
                        entry.state(), Map.of())
                : new Line(masks.member(member), masks.member(masks.in(name)), entry.time().toString(), entry.state(),
                        values(entry, masks));
    }

    private static Map<String, String> values(Entry entry, Masks masks) {
        Map<String, String> shown = new TreeMap<>();
        entry.values().forEach((column, value) -> shown.put(column, masks.in(value)));
        return shown;
    }
}
