package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.explain.Explainer;
import io.qunbot.bot.explain.Explanation;
import io.qunbot.bot.explain.ExplanationText;
import io.qunbot.bot.explain.Hindsight;
import io.qunbot.bot.explain.Moment;
import io.qunbot.bot.explain.Question;
import io.qunbot.bot.explain.Situation;
import io.qunbot.chat.ChatKind;
import io.qunbot.yaml.Language;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot explain}: what the bot would do about a message, or did, and why. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "这句话机器人会不会答、为什么;--last 看真的发生过的 / what the bot would do about a message and why; --last for what it did")
final class ExplainCommand extends Context implements Callable<Integer> {

    private static final Type MANY = new TypeToken<List<Explanation>>() {
    }.getType();

    @Parameters(index = "0", arity = "0..1", paramLabel = "GROUP", description = "群的 id;一对一会话写 通道:成员 / a group's id; channel:member for a one-to-one conversation")
    private String group = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "TEXT", description = "说的话 / what is said")
    private List<String> text = List.of();

    @Option(names = "--as", paramLabel = "MEMBER|ROLE", description = "谁说的:member(默认)、staff、岗位,或者成员的 id / who says it: member (the default), staff, a post, or a member's id")
    private String as = "member";

    @Option(names = "--at", paramLabel = "TIME", description = "什么时候说的:20:15、\"2026-12-03 20:15\"、+2h / when: 20:15, \"2026-12-03 20:15\", +2h")
    private @Nullable String at;

    @Option(names = "--mention", negatable = true, description = "有没有 @ 机器人 / whether the bot is @-ed")
    private @Nullable Boolean mention;

    @Option(names = "--kind", paramLabel = "internal|customer|direct", description = "哪种会话;见过的群不用写 / the kind of conversation, unless it is known")
    private @Nullable ChatKind kind;

    @Option(names = "--channel", paramLabel = "ID", description = "在哪个通道上;见过的群不用写 / the channel, unless it is known")
    private @Nullable String channel;

    @Option(names = "--last", arity = "0..1", fallbackValue = "1", paramLabel = "N", description = "最近 N 条真的消息 / the newest N real messages")
    private @Nullable Integer last;

    @Option(names = {"-g", "--group"}, paramLabel = "GROUP", description = "--last 看哪个群 / the group of --last")
    private String named = "";

    @Option(names = "--from", paramLabel = "MEMBER", description = "--last 只看谁说的 / of --last, what this member said")
    private String from = "";

    @Option(names = "--event", paramLabel = "ID", description = "这一条消息:通道/消息 id / this very message: channel/id")
    private String event = "";

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        if (!event.isEmpty()) {
            print(List.of(event()));
        } else if (last != null) {
            print(last(last, named.isEmpty() ? group : named));
        } else {
            print(List.of(now(question())));
        }
        return ExitCode.OK;
    }

    private Question question() {
        String where = named.isEmpty() ? group : named;
        List<String> words = named.isEmpty() || group.isEmpty()
                ? text
                : Stream.concat(Stream.of(group), text.stream()).toList();
        if (where.isEmpty() || words.isEmpty()) {
            throw wrong(words("写上群和一句话,例如 explain demo-service '发票怎么开';看发生过的写 --last --group demo-service",
                    "name a group and a message, such as explain demo-service 'an invoice?'; --last --group GROUP for what"
                            + " happened"));
        }
        return new Question(where, String.join(" ", words), as, Optional.ofNullable(at).map(this::moment),
                Optional.ofNullable(mention), Optional.ofNullable(kind), Optional.ofNullable(channel));
    }

    private Moment moment(String typed) {
        try {
            return Moment.parse(typed);
        } catch (IllegalArgumentException noTime) {
            throw wrong(words("读不懂 --at " + typed + ":写 20:15、12-03 20:15、\"2026-12-03 20:15\" 或者 +2h",
                    "--at " + typed + " is no time: write 20:15, 12-03 20:15, \"2026-12-03 20:15\" or +2h"));
        }
    }

    private Explanation now(Question question) {
        return running().flatMap(admin -> admin.<Explanation>submit("/explain", question.parameters(),
                Explanation.class)).orElseGet(() -> alone(situation -> new Explainer(situation).now(question)));
    }

    private List<Explanation> last(int most, String where) {
        if (most < 1 || where.isEmpty()) {
            throw wrong(words("--last 至少是 1,还要写哪个群:--last 3 --group demo-service",
                    "--last is at least 1 and wants a group: --last 3 --group demo-service"));
        }
        Map<String, String> query = Map.of("group", where, "from", from, "most", String.valueOf(most));
        Optional<Admin> admin = running();
        Optional<List<Explanation>> found = admin.isPresent()
                ? admin.get().get("/explain/last", query, MANY)
                : kept(situation -> new Hindsight(situation).last(where, from, most));
        return found.orElseThrow(() -> new Trouble("没有见过这个群:" + where + "。见过哪些群:./qunbot archive groups",
                "this group was never seen: " + where + "; those that were: ./qunbot archive groups"));
    }

    private Explanation event() {
        Optional<Admin> admin = running();
        Optional<Explanation> found = admin.isPresent()
                ? admin.get().get("/explain/event", Map.of("id", event), Explanation.class)
                : kept(situation -> new Hindsight(situation).of(event));
        return found.orElseThrow(() -> new Trouble("存档里没有这条消息:" + event, "the archive has no such message: " + event));
    }

    private Optional<Admin> running() {
        return Admin.of(data());
    }

    /** What the data folder knows, which has to be there. */
    private <T> T kept(Function<Situation, T> question) {
        BotConfig config = config();
        return offline(data(), offline -> offline.explain(home(), config, question));
    }

    /** Without a bot and without a data folder nothing is remembered, and the rules are as they would start. */
    private <T> T alone(Function<Situation, T> question) {
        if (Files.isDirectory(data())) {
            return kept(question);
        }
        BotConfig config = config();
        Path nothing = folder();
        try {
            return offline(nothing, offline -> offline.explain(home(), config, question));
        } finally {
            Folders.remove(nothing);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("qunbot-explain");
        } catch (IOException failure) {
            throw Trouble.of("不能建临时目录", "no temporary folder", failure);
        }
    }

    private void print(List<Explanation> found) {
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(found));
            return;
        }
        ExplanationText text = new ExplanationText(language());
        out().println(found.isEmpty()
                ? language() == Language.ZH ? "没有这样的消息" : "no such message"
                : String.join("\n\n────────\n\n", found.stream().map(text::of).toList()));
    }
}
