package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.RuleFiles;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.plugin.Entry;
import io.qunbot.plugin.Group;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Located;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot entry PROFILE}: what is said before somebody joins, ready for the join page or the colleague who invites. */
@Command(name = "entry", mixinStandardHelpOptions = true, description = "进群之前要说的话:价值、门槛、暗号,可以直接贴到入群页面 / what to say before somebody joins, ready for the join page")
final class EntryCommand extends Context implements Callable<Integer> {

    @Parameters(paramLabel = "PROFILE", description = "哪份配置 / a profile's id")
    private String asked = "";

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    /** The parts of the text, for a page that has a form of its own; {@code within} in seconds. */
    record Page(String profile, String title, String before, List<String> value, List<String> require,
            List<String> code, long within) {
        Page {
            value = List.copyOf(value);
            require = List.copyOf(require);
            code = List.copyOf(code);
        }
    }

    @Override
    public Integer call() {
        RuleBook book = book();
        Profile profile = book.profile(asked).orElseThrow(() -> new Trouble("没有配置 “" + asked + "”(或者它有错误,先 check)。有:"
                + ids(book),
                "there is no profile '" + asked + "', or it has mistakes (see check); there are: " + ids(book)));
        Page page = page(profile);
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(page));
        } else {
            print(page);
        }
        return ExitCode.OK;
    }

    private RuleBook book() {
        try {
            return new BookReader(PluginLoader.load(home().plugins()), Directory.EMPTY::nameOf)
                    .read(RuleFiles.read(home()))
                    .book();
        } catch (IOException failure) {
            throw Trouble.of("读不到规则文件", "the rule files cannot be read", failure);
        }
    }

    private static String ids(RuleBook book) {
        return book.profiles().stream().map(Profile::id).distinct().collect(Collectors.joining("、"));
    }

    private static Page page(Profile profile) {
        Optional<Entry> entry = profile.services().entry().map(Located::value);
        Group nobody = new Group(new Chat(new ChatId("entry"), ChatKind.CUSTOMER, ""), Optional.of(profile.title()),
                OptionalInt.empty());
        return new Page(profile.id(), profile.title(), entry.flatMap(Entry::before)
                .map(text -> text.value().fill(Vocabulary.values(profile.services(), nobody))).orElse(""),
                profile.services().value(), entry.map(Entry::require).orElse(List.of()),
                entry.map(Entry::code).orElse(List.of()).stream().map(Keyword::typed).toList(),
                entry.map(Entry::within).map(within -> within.toSeconds()).orElse(0L));
    }

    private void print(Page page) {
        out().println(page.title());
        if (!page.before().isEmpty()) {
            out().println(page.before());
        }
        list("在这里:", "What you get here:", page.value());
        list("适合:", "For whom:", page.require());
        if (!page.code().isEmpty()) {
            String time = Durations.print(Duration.ofSeconds(page.within()));
            out().println(words("进群以后 " + time + " 内,在群里说一声“" + page.code().getFirst() + "”。",
                    "Within " + time + " of joining, say \"" + page.code().getFirst() + "\" in the group."));
        }
        if (page.before().isEmpty() && page.require().isEmpty()) {
            err().println(words("# 没有写门槛:在配置里加上 entry: { before: \"…\", require: [...] }",
                    "# the profile has no entry: add entry: { before: \"…\", require: [...] }"));
        }
    }

    private void list(String zh, String en, List<String> lines) {
        if (!lines.isEmpty()) {
            out().println(words(zh, en));
            lines.forEach(line -> out().println("· " + line));
        }
    }
}
