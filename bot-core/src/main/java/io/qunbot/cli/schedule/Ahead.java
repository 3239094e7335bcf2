package io.qunbot.cli.schedule;

import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Home;
import io.qunbot.bot.Standing;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.Receipt;
import io.qunbot.dispatch.Settings;
import io.qunbot.outbox.Terms;
import io.qunbot.profile.RuleBook;
import io.qunbot.simulation.Scratch;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.simulation.schedule.Forecast;
import io.qunbot.simulation.schedule.Slot;
import io.qunbot.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lets a home's bot run ahead, on a copy of what it knows; the bot may run meanwhile, and notices nothing. */
public final class Ahead {

    private final Home home;
    private final BotConfig config;

    /**
     * What is looked for.
     *
     * @param group empty for all; one that was never seen is looked at as if it began now
     * @param profile empty for all
     * @param running whether a bot runs: then the rules that it took over last hold
     */
    public record Question(Instant from, Instant until, String group, String profile, boolean running) {}

    /**
     * What was found.
     *
     * @param assumed groups that were never seen, and are looked at as if they began now
     */
    public record View(List<Slot> slots, List<String> assumed, RuleBook book, Map<String, String> names) {}

    public Ahead(Home home, BotConfig config) {
        this.home = home;
        this.config = config;
    }

    public View of(Question question) {
        Path data = home.data(config.data()).resolve(VirtualBot.STORE);
        try (Scratch folder = new Scratch()) {
            Path copy = folder.path().resolve(VirtualBot.STORE);
            if (Files.exists(data)) {
                Store.sketch(data, copy);
            }
            try (Store known = Store.fleeting(copy, Thread.ofPlatform().name("writer").daemon())) {
                return view(question, folder.path(), known, Standing.of(home, config, known, question.running()));
            }
        }
    }

    private static View view(Question question, Path folder, Store known, Standing standing) {
        List<Chat> assumed = assumed(question, known, standing.book());
        Settings settings = Settings.DEFAULT;
        VirtualBot.Parts parts = new VirtualBot.Parts(folder, standing.people(), settings,
                assumed.isEmpty() ? standing.ways() : open(standing.ways()), question.from());
        try (VirtualBot bot = new VirtualBot(parts, standing.book())) {
            assumed.forEach(bot::meet);
            List<Slot> slots = Stream
                    .concat(mailed(question, known, standing.book()),
                            Forecast.of(bot, question.until()).stream().filter(slot -> isMeant(slot, question)))
                    .sorted(Comparator.comparing(Slot::time)).toList();
            Map<String, String> names = new HashMap<>(Mailings.names(standing.book()));
            bot.chats().forEach(chat -> standing.people().nameOf(chat.id())
                    .ifPresent(name -> names.put(chat.id().value(), name)));
            return new View(slots, assumed.stream().map(chat -> chat.id().value()).toList(), standing.book(), names);
        }
    }

    /** Campaigns belong to no group. */
    private static Stream<Slot> mailed(Question question, Store known, RuleBook book) {
        return question.group().isEmpty()
                ? new Mailings(book, known).between(question.from(), question.until()).stream()
                        .filter(slot -> question.profile().isEmpty() || slot.profile().equals(question.profile()))
                : Stream.empty();
    }

    private static boolean isMeant(Slot slot, Question question) {
        return (question.group().isEmpty() || slot.chat().id().value().equals(question.group()))
                && (question.profile().isEmpty() || slot.profile().equals(question.profile()));
    }

    /** A group that was never seen; where none was, those that the rules name. */
    private static List<Chat> assumed(Question question, Store known, RuleBook book) {
        Stream<String> ids = question.group().isEmpty()
                ? known.chats().isEmpty() ? book.named().stream() : Stream.empty()
                : Stream.of(question.group()).filter(id -> known.lane(LaneId.of(new ChatId(id))).isEmpty());
        return ids.map(id -> new Chat(new ChatId(id), ChatKind.INTERNAL, VirtualBot.CHANNEL)).toList();
    }

    /** Nobody knows how a group that was never seen will be reached: as if everything could be said there. */
    private static Terms open(Terms ways) {
        Map<String, Gateway> gateways = new HashMap<>(ways.gateways());
        gateways.put(VirtualBot.CHANNEL, _ -> Receipt.SENT);
        return ways.through(gateways);
    }
}
