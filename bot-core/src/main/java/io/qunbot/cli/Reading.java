package io.qunbot.cli;

import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.Archive;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Home;
import io.qunbot.bot.reading.ArchiveStats;
import io.qunbot.bot.reading.Leaf;
import io.qunbot.bot.reading.ReadingRoom;
import io.qunbot.bot.reading.Visitor;
import io.qunbot.bot.search.Wish;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The archive as the command line reads it: of the running bot, or of the data folder while nothing runs. */
interface Reading {

    Leaf page(Wish wish, Visitor visitor);

    /** Empty when the conversation is not known; see {@link ReadingRoom#tail}. */
    Optional<ReadingRoom.Tail> tail(String group, int events, Visitor visitor, int more);

    ArchiveStats.Report stats(Wish wish, Visitor visitor);

    /** The conversations that were met. */
    List<Archive.Conversation> groups();

    /** Reads for as long as a question takes. */
    static <T> T in(Context context, Function<Reading, T> question) {
        BotConfig config = context.config();
        Home home = context.home();
        Path data = home.data(config.data());
        return Admin.of(data).map(admin -> question.apply(new Running(admin)))
                .orElseGet(() -> context.offline(data,
                        offline -> offline.archive().reading(home, config, data,
                                room -> question.apply(new Stopped(room)))));
    }

    /** Of a bot that runs. */
    record Running(Admin admin) implements Reading {

        @Override
        public Leaf page(Wish wish, Visitor visitor) {
            return this.<Leaf>ask("/archive/search", query(wish), visitor, Leaf.class).orElseThrow();
        }

        @Override
        public Optional<ReadingRoom.Tail> tail(String group, int events, Visitor visitor, int more) {
            return ask("/archive/tail", Map.of("group", group, "events", String.valueOf(events), "more",
                    String.valueOf(more)), visitor, ReadingRoom.Tail.class);
        }

        @Override
        public ArchiveStats.Report stats(Wish wish, Visitor visitor) {
            return this.<ArchiveStats.Report>ask("/archive/stats", query(wish), visitor, ArchiveStats.Report.class)
                    .orElseThrow();
        }

        @Override
        public List<Archive.Conversation> groups() {
            return admin.<List<Archive.Conversation>>get("/archive/groups", Map.of(),
                    new TypeToken<List<Archive.Conversation>>() {
                    }.getType()).orElse(List.of());
        }

        private <T> Optional<T> ask(String path, Map<String, String> query, Visitor visitor, Type type) {
            Map<String, String> all = new HashMap<>(query);
            all.putAll(visitor.query());
            return admin.get(path, all, type);
        }

        private static Map<String, String> query(Wish wish) {
            return Map.of("words", wish.words(), "group", wish.group(), "who", wish.who(), "type", wish.type(),
                    "since", wish.since().toString(), "until", wish.until().toString(), "most",
                    String.valueOf(wish.most()), "page", wish.page(), "context", String.valueOf(wish.context()),
                    "oldestFirst", String.valueOf(wish.oldestFirst()));
        }
    }

    /** Of a data folder. */
    record Stopped(ReadingRoom room) implements Reading {

        @Override
        public Leaf page(Wish wish, Visitor visitor) {
            return room.search(wish, visitor);
        }

        @Override
        public Optional<ReadingRoom.Tail> tail(String group, int events, Visitor visitor, int more) {
            return room.tail(group, events, visitor, more);
        }

        @Override
        public ArchiveStats.Report stats(Wish wish, Visitor visitor) {
            return room.stats(wish, visitor);
        }

        @Override
        public List<Archive.Conversation> groups() {
            return room.groups();
        }
    }
}
