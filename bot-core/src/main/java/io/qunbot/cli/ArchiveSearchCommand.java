package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.search.Found;
import io.qunbot.bot.search.Hit;
import io.qunbot.bot.search.Wish;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot archive search WORDS}: what was said, newest first. */
@Command(name = "search", mixinStandardHelpOptions = true, description = "在存档里找:一个字也行,繁简、全半角、大小写不分,新的在前 / find what was said, from one character on, in any script and width, newest first")
final class ArchiveSearchCommand extends Context implements Callable<Integer> {

    /** How hits are shown. */
    enum Format {
        TEXT,
        JSON,
        CSV,
        MD
    }

    @Parameters(arity = "0..1", paramLabel = "WORDS", description = "要找的字;不写就是全部 / what it has to contain; everything without it")
    private String sought = "";

    @Option(names = "--group", paramLabel = "GROUP", description = "只在这个群:id 或群名 / only in this group, by id or name")
    private String group = "";

    @Option(names = "--who", paramLabel = "WHO", description = "只看这个人:id 或名字;bot 是机器人 / only of this member, by id or name; bot is the bot")
    private String who = "";

    @Option(names = "--from", paramLabel = "TIME", description = "从什么时候起:2026-12-03 或 2026-12-03T09:00 / from when on")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "到什么时候为止;写日期时那一天还算 / until when; a day counts whole")
    private String to = "";

    @Option(names = "--type", paramLabel = "TYPE", description = "只看这一类:text、image、link、answer、draft…… / only of this type")
    private String type = "";

    @Option(names = "--context", paramLabel = "N", description = "前后各带几条 / how many messages around each")
    private int context;

    @Option(names = "-n", paramLabel = "N", description = "最多几条,默认 20 / how many at most, 20 by default")
    private int most = 20;

    @Option(names = "--page", paramLabel = "PAGE", description = "接着上一页:上次最后一行写着 / the next page, as the last line of the one before says")
    private String page = "";

    @Option(names = "--format", paramLabel = "text|json|csv|md", description = "输出格式 / how to show them")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        if (most < 1 || most > 1000 || context < 0 || context > 20) {
            throw wrong(words("-n 是 1 到 1000,--context 是 0 到 20", "-n is 1 to 1000, --context 0 to 20"));
        }
        Wish wish = new Wish(sought, group, who, type, moment(from, Instant.EPOCH, 0),
                moment(to, Instant.parse("9999-01-01T00:00:00Z"), 1), most, page, context);
        Found found = find(wish);
        switch (format) {
            case JSON -> out().println(json(found.hits()));
            case CSV -> HitText.csv(found.hits()).forEach(out()::println);
            case MD -> HitText.markdown(found.hits(), sought).forEach(out()::println);
            case TEXT -> {
                found.hits().forEach(hit -> HitText.lines(hit, sought).forEach(out()::println));
                out().println(found.hits().isEmpty()
                        ? words("# 没有找到", "# nothing found")
                        : found.page().isEmpty()
                                ? words("# 就这些", "# that is all")
                                : words("# 后面还有:加上 --page ", "# there is more: add --page ") + found.page());
            }
        }
        return ExitCode.OK;
    }

    private Found find(Wish wish) {
        BotConfig config = config();
        Path data = home().data(config.data());
        return Admin.of(data).flatMap(admin -> admin.<Found>get("/archive/search", query(wish), Found.class))
                .orElseGet(
                        () -> offline(data, offline -> offline.searching(config, data, search -> search.search(wish))));
    }

    private static Map<String, String> query(Wish wish) {
        return Map.of("words", wish.words(), "group", wish.group(), "who", wish.who(), "type", wish.type(), "since",
                wish.since().toString(), "until", wish.until().toString(), "most", String.valueOf(wish.most()), "page",
                wish.page(), "context", String.valueOf(wish.context()));
    }

    private Instant moment(String text, Instant usual, int days) {
        if (text.isEmpty()) {
            return usual;
        }
        try {
            LocalDateTime local = text.indexOf('T') < 0 && text.indexOf(' ') < 0
                    ? LocalDate.parse(text).plusDays(days).atStartOfDay()
                    : LocalDateTime.parse(text.replace(' ', 'T'));
            return local.atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException none) {
            throw wrong(
                    words("时间照这样写: 2026-12-03 或 2026-12-03T09:00", "write times like 2026-12-03 or 2026-12-03T09:00"));
        }
    }

    /** The context only where it was asked for. */
    private String json(List<Hit> hits) {
        var gson = new GsonBuilder().disableHtmlEscaping().create();
        JsonArray all = gson.toJsonTree(hits).getAsJsonArray();
        all.forEach(each -> trim(each.getAsJsonObject(), context > 0));
        return gson.toJson(all);
    }

    private static void trim(JsonObject hit, boolean whole) {
        for (String around : List.of("before", "after")) {
            if (whole) {
                hit.getAsJsonArray(around).forEach(each -> trim(each.getAsJsonObject(), false));
            } else {
                hit.remove(around);
            }
        }
    }

    /** {@code qunbot archive reindex}. */
    @Command(name = "reindex", mixinStandardHelpOptions = true, description = "重做搜索的索引,机器人照常工作 / make the index anew; the bot goes on meanwhile")
    static final class Reindex extends Context implements Callable<Integer> {

        @Override
        public Integer call() {
            BotConfig config = config();
            Path data = home().data(config.data());
            int count = Optional.of(data).flatMap(Admin::of)
                    .flatMap(admin -> admin.<Integer>post("/archive/reindex", Map.of(), Integer.class))
                    .orElseGet(() -> offline(data,
                            offline -> offline.searching(config, data, search -> search.reindex())));
            out().println(words("索引里有 " + count + " 条", count + " messages are in the index"));
            return ExitCode.OK;
        }
    }
}
