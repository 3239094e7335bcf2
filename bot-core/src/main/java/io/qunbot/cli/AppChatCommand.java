package io.qunbot.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qunbot appchat}: groups of colleagues that the app makes, in which it speaks for itself. */
@Command(name = "appchat", mixinStandardHelpOptions = true, description = "自建应用的内部群:新建、改成员 / groups of colleagues that the app creates", subcommands = {
        AppChatCommand.Create.class, AppChatCommand.Update.class})
final class AppChatCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** A group as the admin API tells of it. */
    record Group(String id, String name, String owner, List<String> members) {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "appchat create | update");
    }

    private static Integer send(Context context, String path, Map<String, String> fields) {
        Group group = Admin.running(context).<Group>post(path, fields, Group.class).orElseThrow();
        context.out().println(group.id() + "  " + group.name() + "  " + context.words("群主 ", "owner ") + group.owner()
                + "  " + String.join(" ", group.members()));
        return ExitCode.OK;
    }

    /** {@code qunbot appchat create NAME --owner A --members A,B,C}. */
    @Command(name = "create", mixinStandardHelpOptions = true, description = "新建一个群;成员看到它要等机器人说第一句话 / make a group; members see it once something is said there")
    static final class Create extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", description = "群名 / its name")
        private String name = "";

        @Option(names = "--owner", required = true, paramLabel = "ACCOUNT", description = "群主 / its owner")
        private String owner = "";

        @Option(names = "--members", required = true, split = ",", paramLabel = "ACCOUNT", description = "成员,逗号分开,至少 2 位 / its members, at least two, with commas")
        private List<String> members = List.of();

        @Option(names = "--id", paramLabel = "ID", description = "群的 id:最多 32 个字母和数字;不写由企业微信定 / its id; WeCom's choice without it")
        private String id = "";

        @Option(names = "--channel", paramLabel = "NAME", description = "哪个应用,只有一个时不用写 / which app, if there are several")
        private String channel = "";

        @Override
        public Integer call() {
            return send(this, "/appchat/create", Map.of("name", name, "owner", owner, "members",
                    String.join(",", members), "id", id, "channel", channel));
        }
    }

    /** {@code qunbot appchat update ID}. */
    @Command(name = "update", mixinStandardHelpOptions = true, description = "改名、换群主、加人、减人 / change the name, the owner, or the members")
    static final class Update extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "群的 id / its id")
        private String id = "";

        @Option(names = "--name", paramLabel = "NAME", description = "新名字 / its new name")
        private String name = "";

        @Option(names = "--owner", paramLabel = "ACCOUNT", description = "新群主 / its new owner")
        private String owner = "";

        @Option(names = "--add", split = ",", paramLabel = "ACCOUNT", description = "加进来的人 / who comes in")
        private List<String> add = List.of();

        @Option(names = "--remove", split = ",", paramLabel = "ACCOUNT", description = "移出去的人 / who goes out")
        private List<String> remove = List.of();

        @Option(names = "--channel", paramLabel = "NAME", description = "哪个应用,只有一个时不用写 / which app, if there are several")
        private String channel = "";

        @Override
        public Integer call() {
            return send(this, "/appchat/update", Map.of("id", id, "name", name, "owner", owner, "add",
                    String.join(",", add), "remove", String.join(",", remove), "channel", channel));
        }
    }
}
