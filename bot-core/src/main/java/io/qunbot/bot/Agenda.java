package io.qunbot.bot;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.pipeline.Kept;
import io.qunbot.pipeline.Order;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What recurs in the groups, and what operators order about it. */
final class Agenda {

    private final Store store;
    private final Supplier<RuleBook> book;

    /**
     * What came of an order.
     *
     * @param groups how many heard it
     */
    record Ordered(String id, int groups) {}

    /** What recurs in one conversation by one plugin. */
    private record Standing(LaneRow lane, String plugin, List<Kept> kept) {

        boolean has(String id) {
            return kept.stream().anyMatch(each -> each.isOf(id));
        }

        boolean isKept(RuleBook book) {
            return lane.chat().stream().flatMap(chat -> book.profileOf(chat, lane.firstName()).stages().stream())
                    .anyMatch(stage -> stage.keepsTime() && stage.plugin().equals(plugin));
        }
    }

    Agenda(Store store, Supplier<RuleBook> book) {
        this.store = store;
        this.book = book;
    }

    /**
     * Gives an order to each group that has it; it is durable when this returns.
     *
     * @param id of a recurrence, or with its step behind a slash
     * @param group empty for all
     * @throws Refused when there is no such thing there
     */
    Ordered order(Order order, String id, String group, Dispatcher dispatcher, InstantSource clock) {
        if (!group.isEmpty() && store.lane(LaneId.of(new ChatId(group))).isEmpty()) {
            throw new Refused("没有见过这个群:" + group + "。见过哪些群:./qunbot archive groups",
                    "this group was never seen: " + group + "; those that were: ./qunbot archive groups");
        }
        List<Standing> all = standing(group);
        List<Standing> meant = all.stream().filter(each -> each.has(id)).toList();
        if (meant.isEmpty()) {
            throw unknown(id, group, all);
        }
        Instant now = clock.instant();
        boolean written = dispatcher.order(meant.stream().map(each -> event(order, id, each, now)).toList());
        if (!written) {
            throw new Refused("没有写下来,磁盘可能有问题,见日志", "it could not be written: see the log");
        }
        return new Ordered(id, (int) meant.stream().map(each -> each.lane().number()).distinct().count());
    }

    private static Event.Custom event(Order order, String id, Standing where, Instant now) {
        LaneId lane = where.lane().id();
        EventId event = new EventId(Dispatcher.OWN, "order/" + lane + "/" + where.plugin() + "/" + order.kind() + "/"
                + id + "@" + now);
        return new Event.Custom(event, now, lane, where.plugin(), order.kind(), id);
    }

    private static Refused unknown(String id, String group, List<Standing> all) {
        Set<String> ids = new TreeSet<>();
        all.forEach(each -> each.kept().forEach(kept -> ids.add(kept.id())));
        if (ids.isEmpty()) {
            return new Refused("还没有一个群有到时间就做的事:群里先要发生过一件事,机器人才认识它",
                    "no group has anything that recurs: something has to happen in a group before the bot knows it");
        }
        Words help = Nearest.help(id, ids);
        String where = group.isEmpty() ? "" : group + " ";
        return new Refused((where.isEmpty() ? "" : where + "里") + "没有叫 “" + id + "” 的安排。" + help.zh(),
                where + "has nothing called \"" + id + "\"; " + help.en());
    }

    /** What is paused, by its name: in which groups. */
    Map<String, List<String>> paused() {
        Map<String, List<String>> paused = new TreeMap<>();
        standing("").forEach(each -> each.kept().stream().filter(Kept::paused).map(Kept::key)
                .forEach(key -> paused.computeIfAbsent(each.plugin() + "/" + key, _ -> new ArrayList<>())
                        .add(each.lane().id().subject())));
        return paused;
    }

    /** What is there by the rules in force: the ledger of a plugin that is gone counts for nothing. */
    private List<Standing> standing(String group) {
        RuleBook now = book.get();
        Map<List<Object>, Standing> standing = new LinkedHashMap<>();
        store.memories().beginning(Kept.LEDGER).stream()
                .filter(each -> group.isEmpty() || each.lane().id().subject().equals(group))
                .forEach(each -> standing.computeIfAbsent(List.of(each.lane().number(), each.plugin()),
                        _ -> new Standing(each.lane(), each.plugin(), new ArrayList<>()))
                        .kept().add(Kept.read(each.key(), each.json())));
        return standing.values().stream().filter(each -> each.isKept(now)).toList();
    }

    /** What is paused, a line for each: how many groups, and which when they are few. */
    List<String> pausedLines() {
        return paused().entrySet().stream().map(each -> each.getKey() + ": " + (each.getValue().size() > 3
                ? each.getValue().size() + " groups"
                : String.join(", ", each.getValue()))).toList();
    }
}
