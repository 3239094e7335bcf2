package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.reading.Leaf;
import io.qunbot.bot.reading.Visitor;
import io.qunbot.bot.search.Hit;
import io.qunbot.bot.search.Wish;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final Narrowing narrowing = new Narrowing();

    @Mixin
    private final Sight sight = new Sight();

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
        Wish wish = narrowing.wish(sought, most, page, context, false);
        Visitor visitor = sight.visitor("search");
        Leaf found = Reading.in(this, reading -> reading.page(wish, visitor));
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

    /** The context only where it was asked for. */
    private String json(List<Hit> hits) {
        JsonArray all = new JsonArray();
        hits.forEach(hit -> all.add(HitJson.of(hit, context > 0)));
        return new GsonBuilder().disableHtmlEscaping().create().toJson(all);
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
                            offline -> offline.archive().searching(config, data, search -> search.reindex())));
            out().println(words("索引里有 " + count + " 条", count + " messages are in the index"));
            return ExitCode.OK;
        }
    }
}
