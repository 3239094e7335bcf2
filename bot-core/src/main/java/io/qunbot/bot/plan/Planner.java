package io.qunbot.bot.plan;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Event;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.JournalRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Runs two books over the same archived messages, both from an empty memory. For one plan. */
public final class Planner {

    private static final int PAGE = 4000;
    /** How often a robot may speak within a minute and an hour (WeCom, 消息推送 and 智能机器人). */
    private static final List<Integer> ALLOWED = List.of(20, 1000);

    private final Store store;
    private final Decoder decoder;
    private final Directory directory;
    private final RuleBook running;
    private final RuleBook edited;
    private final Executor second;
    private final Side before;
    private final Side after;
    private final Map<Integer, Optional<String>> firstNames = new HashMap<>();
    private final Map<String, Moving> moves = new TreeMap<>();
    private long messages;

    /** A conversation's profile by either book. */
    private static final class Moving {
        private final String from;
        private final String to;
        private long messages;

        Moving(String from, String to) {
            this.from = from;
            this.to = to;
        }
    }

    /**
     * @param running the rules in force
     * @param edited the rules that are held against them
     * @param second runs one of the two beside the caller
     */
    public Planner(Store store, Decoder decoder, Directory directory, RuleBook running, RuleBook edited,
            Executor second) {
        this.store = store;
        this.second = second;
        this.decoder = decoder;
        this.directory = directory;
        this.running = running;
        this.edited = edited;
        before = new Side(running, directory, _ -> Optional.empty());
        after = new Side(edited, directory, _ -> Optional.empty());
    }

    /** Takes a while: some hundred thousand messages a minute. */
    public Plan since(Instant since) {
        long seq = 0;
        for (List<JournalRow> page = page(seq, since); !page.isEmpty(); page = page(seq, since)) {
            seq = page.getLast().seq();
            run(recorded(page));
        }
        before.end();
        after.end();
        return new Plan(running.version(), edited.version(), since.toString(), messages, moves.size(), changes(),
                moved(), crowded(), nights());
    }

    private List<JournalRow> page(long seq, Instant since) {
        return store.journalAfter(seq, since, PAGE);
    }

    private void run(List<Recorded> part) {
        messages += part.size();
        part.forEach(this::moves);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> after.run(part), second);
        before.run(part);
        other.join();
    }

    private List<Recorded> recorded(List<JournalRow> page) {
        List<Recorded> part = new ArrayList<>(page.size());
        page.forEach(row -> recorded(row).ifPresent(part::add));
        return part;
    }

    private Optional<Recorded> recorded(JournalRow row) {
        return decoder.decode(row.id().channel(), row.payload(), row.received()) instanceof Event.InChat event
                ? Optional.of(new Recorded(row.seq(), event, firstName(row, event), row.received()))
                : Optional.empty();
    }

    private Optional<String> firstName(JournalRow row, Event.InChat event) {
        return firstNames.computeIfAbsent(row.lane(), _ -> store.lane(event.lane()).flatMap(LaneRow::firstName)
                .or(() -> directory.nameOf(event.chat().id())));
    }

    private void moves(Recorded each) {
        moves.computeIfAbsent(each.event().chat().id().value(),
                _ -> new Moving(before.profile(each), after.profile(each))).messages++;
    }

    private List<Plan.Change> changes() {
        TreeSet<Long> spoken = new TreeSet<>(before.spoken());
        spoken.addAll(after.spoken());
        List<Plan.Change> changes = new ArrayList<>();
        for (long seq : spoken) {
            List<Plan.Words> old = before.words(seq);
            List<Plan.Words> now = after.words(seq);
            if (!isSame(old, now)) {
                store.journal(seq).flatMap(this::recorded).ifPresent(each -> changes.add(change(each, old, now)));
            }
        }
        return changes;
    }

    /** Which rule says it makes no difference to members. */
    private static boolean isSame(List<Plan.Words> old, List<Plan.Words> now) {
        return old.size() == now.size() && old.stream().map(Planner::heard).toList()
                .equals(now.stream().map(Planner::heard).toList());
    }

    private static List<String> heard(Plan.Words words) {
        return List.of(words.who(), words.text());
    }

    private Plan.Change change(Recorded each, List<Plan.Words> old, List<Plan.Words> now) {
        Plan.Kind kind = old.isEmpty() ? Plan.Kind.NEW : now.isEmpty() ? Plan.Kind.LOST : Plan.Kind.CHANGED;
        boolean says = each.event() instanceof Event.Said;
        String from = says ? ((Event.Said) each.event()).by().value() : "";
        String text = says
                ? ((Event.Said) each.event()).content().text()
                : each.event().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        return new Plan.Change(each.seq(), kind, each.event().chat().id().value(), after.profile(each),
                each.at().toString(), from, text, old, now);
    }

    private List<Plan.Move> moved() {
        return moves.entrySet().stream().filter(each -> !each.getValue().from.equals(each.getValue().to))
                .map(each -> new Plan.Move(each.getKey(), each.getValue().from, each.getValue().to,
                        each.getValue().messages))
                .toList();
    }

    private List<Plan.Crowded> crowded() {
        List<Plan.Crowded> crowded = new ArrayList<>();
        new TreeMap<>(after.peaks()).forEach((group, peaks) -> {
            for (int i = 0; i < ALLOWED.size(); i++) {
                Peaks.Window window = peaks.windows().get(i);
                if (window.most() > ALLOWED.get(i)) {
                    crowded.add(new Plan.Crowded(group, window.most(), before.peaks(group).windows().get(i).most(),
                            ALLOWED.get(i), window.length().toString(), window.at().toString()));
                }
            }
        });
        return crowded;
    }

    private List<Plan.Night> nights() {
        return after.nights().counts().entrySet().stream()
                .filter(each -> each.getValue() > before.nights().of(each.getKey()))
                .map(each -> new Plan.Night(each.getKey().who(), each.getKey().group(), each.getValue(),
                        before.nights().of(each.getKey())))
                .toList();
    }
}
