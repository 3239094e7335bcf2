package io.qunbot.cli;

import io.qunbot.bot.BotConfig;
import io.qunbot.bot.ChannelsPage;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.SchemaFile;
import io.qunbot.calendar.HolidayYear;
import io.qunbot.people.TagSettings;
import io.qunbot.rota.RotaSettings;
import io.qunbot.transcript.form.TestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot schema}: what an editor has to know to complete and explain an operator's files. */
@Command(name = "schema", mixinStandardHelpOptions = true, description = "编辑器用的 JSON Schema:补全、说明、提示错误 / the JSON Schema by which editors complete and explain")
final class SchemaCommand extends Context implements Callable<Integer> {

    /** Files that no plugin's settings name. */
    private static final List<Class<? extends Record>> OTHERS = List.of(BotConfig.class, RotaSettings.class,
            HolidayYear.class, TagSettings.class,
            TestFile.class);

    @Parameters(paramLabel = "KIND", arity = "0..1", description = "哪种文件:profile、faq、synonyms、bot、rota;不写就列出来 / which kind of file; without it they are listed")
    private String kind = "";

    @Option(names = "--write", description = "写到规则文件旁边 / write them beside the files")
    private boolean write;

    @Option(names = "--reference", description = "打印列出所有字段的一页(Markdown) / print a page of every field, in Markdown")
    private boolean reference;

    @Option(names = "--channels", description = "打印每种通道做得到什么的一页(Markdown) / print a page of what each kind of channel can do, in Markdown")
    private boolean channels;

    @Override
    public Integer call() {
        if (channels) {
            print(ChannelsPage.text());
            return ExitCode.OK;
        }
        if (reference) {
            print(SchemaFile.reference(all(home().plugins()), PluginLoader.load(home().plugins())));
            return ExitCode.OK;
        }
        List<SchemaFile> all = all(home().plugins());
        List<SchemaFile> asked = all.stream().filter(file -> kind.isEmpty() || file.kind().equals(kind)).toList();
        if (asked.isEmpty()) {
            String kinds = String.join(", ", all.stream().map(SchemaFile::kind).toList());
            throw wrong(
                    words("没有 “" + kind + "” 这种文件;有:", "no such kind of file: '" + kind + "'; there are: ") + kinds);
        }
        if (write) {
            asked.forEach(file -> out().println(file.path() + "  " + written(file)));
        } else if (kind.isEmpty()) {
            all.forEach(file -> out().println("%-9s %-24s %s".formatted(file.kind(), file.files(), file.path())));
        } else {
            print(asked.getFirst().text());
        }
        return ExitCode.OK;
    }

    /** All kinds of files of a home with these plugins. */
    static List<SchemaFile> all(Path plugins) {
        return SchemaFile.all(PluginLoader.load(plugins), OTHERS);
    }

    private void print(String text) {
        out().print(text);
        out().flush();
    }

    private String written(SchemaFile schema) {
        Path file = home().root().resolve(schema.path());
        try {
            boolean known = Files.exists(file);
            if (known && Files.readString(file).equals(schema.text())) {
                return words("没有变化", "unchanged");
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, schema.text());
            return known ? words("已更新", "updated") : words("新建", "new");
        } catch (IOException failure) {
            throw Trouble.of("写不了 " + file, "cannot write " + file, failure);
        }
    }
}
