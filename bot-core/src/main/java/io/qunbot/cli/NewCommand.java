package io.qunbot.cli;

import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.RuleFiles;
import io.qunbot.bot.scaffold.HomeScaffold;
import io.qunbot.bot.scaffold.PluginScaffold;
import io.qunbot.bot.scaffold.ProfileScaffold;
import io.qunbot.bot.scaffold.Scaffold;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.EffectiveBook;
import io.qunbot.yaml.Nearest;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qunbot new …}: files to begin with. Nothing is ever written over. */
@Command(name = "new", mixinStandardHelpOptions = true, description = "新建:工作目录、一份配置、一个插件 / something to begin with", subcommands = {
        NewCommand.HomeCommand.class, NewCommand.ProfileCommand.class, NewCommand.PluginCommand.class})
final class NewCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new MissingParameterException(spec.commandLine(), List.of(), "");
    }

    private static void write(Scaffold scaffold, Path folder) {
        try {
            scaffold.write(folder);
        } catch (FileAlreadyExistsException taken) {
            throw new Trouble("已经有 " + taken.getFile() + ",什么也没有写",
                    taken.getFile() + " is there already; nothing was written");
        } catch (IOException failure) {
            throw Trouble.of("写不了 " + folder, "cannot write to " + folder, failure);
        }
    }

    /** The script that started this; empty when something else did. */
    private static Optional<String> program() {
        return Optional.ofNullable(System.getProperty("qunbot.program"))
                .filter(path -> Files.isExecutable(Path.of(path)));
    }

    /** {@code qunbot new home DIR}. */
    @Command(name = "home", mixinStandardHelpOptions = true, description = "一个能用的工作目录:配置、规则、问答、测试 / a folder that works: configuration, rules, questions, tests")
    static final class HomeCommand extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "DIR", description = "新目录;有的话要是空的 / a new folder, or one that holds none of these files")
        private Path folder = Path.of(".");

        @Override
        public Integer call() {
            Scaffold scaffold = HomeScaffold.of(SchemaCommand.all(folder.resolve("plugins")), program());
            write(scaffold, folder);
            scaffold.files().keySet().forEach(file -> out().println(folder.resolve(file)));
            String command = program().isPresent() ? "./qunbot " : "qunbot --home . ";
            out().println(words("接下来:", "next:"));
            out().println("  cd " + folder);
            out().println("  " + command + "check");
            out().println("  " + command + "test");
            out().println("  " + command + "run");
            return ExitCode.OK;
        }
    }

    /** {@code qunbot new profile NAME}. */
    @Command(name = "profile", mixinStandardHelpOptions = true, description = "一份新配置和它的第一个测试 / a new profile and its first test")
    static final class ProfileCommand extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", description = "代号,也是文件名:小写字母、数字、- 和 _ / its id and its file's name: small letters, digits, - and _")
        private String name = "";

        @Option(names = "--from", paramLabel = "PROFILE", description = "照着哪份配置写;不写就从一份小的开始 / a profile to copy; a small one by default")
        private String from = "";

        @Override
        public Integer call() {
            if (!ProfileScaffold.isName(name)) {
                throw wrong(words("“" + name + "” 不能当代号:用小写字母、数字、- 和 _,字母开头,最多 32 个",
                        "no profile can be named '" + name
                                + "': small letters, digits, - and _, a letter first, 32 at most"));
            }
            SortedMap<String, byte[]> files = rules();
            EffectiveBook book = new EffectiveBook(files);
            if (book.ids().contains(name)) {
                throw new Trouble("已经有一份配置叫 “" + name + "”", "there is a profile '" + name + "' already");
            }
            Path plugins = home().plugins();
            ProfileScaffold scaffolds = new ProfileScaffold(files, PluginLoader.load(plugins),
                    SchemaCommand.all(plugins));
            Scaffold scaffold = from.isEmpty()
                    ? scaffolds.small(name)
                    : scaffolds.copy(name, from).orElseThrow(() -> unknown(book));
            write(scaffold, home().root());
            scaffold.files().keySet().forEach(file -> out().println(words("新建 ", "new: ") + file));
            next(scaffold.files().getOrDefault(ProfileScaffold.file(name), ""));
            return ExitCode.OK;
        }

        private SortedMap<String, byte[]> rules() {
            try {
                return RuleFiles.read(home());
            } catch (IOException failure) {
                throw Trouble.of("读不到规则文件", "the rule files cannot be read", failure);
            }
        }

        private Trouble unknown(EffectiveBook book) {
            return new Trouble("没有 “" + from + "” 这份配置。" + Nearest.help(from, book.ids()).zh(),
                    "there is no profile '" + from + "'; " + Nearest.help(from, book.ids()).en());
        }

        private void next(String text) {
            long line = text.lines().takeWhile(each -> !each.startsWith("groups:")).count() + 1;
            String where = ProfileScaffold.file(name) + ":" + line;
            out().println(words("它还不管任何群:在 " + where + " 的 groups: 填上群的 id(./qunbot archive groups 能看到),再 check、reload",
                    "it is for no group yet: put the ids of its groups (see ./qunbot archive groups) into groups: at "
                            + where
                            + ", then check and reload"));
        }
    }

    /** {@code qunbot new plugin NAME [DIR]}. */
    @Command(name = "plugin", mixinStandardHelpOptions = true, description = "一个插件:能编译、测试通过的 Maven 工程 / a plugin: a Maven module that compiles and whose test passes")
    static final class PluginCommand extends Context implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "NAME", description = "插件名:小写字母、数字和 - / its name: small letters, digits and -")
        private String name = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "DIR", description = "放在哪里;默认 NAME-plugin / where; NAME-plugin by default")
        private Optional<Path> folder = Optional.empty();

        @Override
        public Integer call() {
            if (!PluginScaffold.isName(name)) {
                throw wrong(words("“" + name + "” 不能当插件名:用小写字母、数字和 -,字母开头,最多 32 个",
                        "no plugin can be named '" + name
                                + "': small letters, digits and -, a letter first, 32 at most"));
            }
            Map<String, Plugin<?>> known = PluginLoader.load(home().plugins());
            if (known.containsKey(name)) {
                throw new Trouble("已经有一个插件叫 “" + name + "”", "there is a plugin '" + name + "' already");
            }
            Path target = folder.orElse(Path.of(name + "-plugin"));
            String root = program().map(path -> String.valueOf(Path.of(path).getParent())).orElse("qunbot");
            write(PluginScaffold.of(name, root), target);
            out().println(words("新建 ", "new: ") + target);
            out().println(words("编译和测试:", "to build and test it:"));
            out().println("  mvn -f " + root + "/pom.xml -DskipTests -pl bot-core -am install   "
                    + words("# 只要一次", "# once"));
            out().println("  mvn -f " + target + "/pom.xml package");
            out().println(words("再把 " + target + "/target/" + name + ".jar 放进 " + home().plugins() + "/,重新启动",
                    "then put " + target + "/target/" + name + ".jar into " + home().plugins() + "/ and start again"));
            return ExitCode.OK;
        }
    }
}
