package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.JoinDesk;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qunbot join-way}: QR codes by which customers join groups, and what is known of who came by each. */
@Command(name = "join-way", mixinStandardHelpOptions = true, description = "客户群的入群二维码,带来源 / QR codes by which customers join groups, with their state", subcommands = {
        JoinWayCommand.Add.class, JoinWayCommand.Ways.class, JoinWayCommand.Remove.class})
final class JoinWayCommand implements Runnable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "join-way add | list | remove");
    }

    private static void print(Context context, JoinDesk.Way way) {
        String code = way.code().isEmpty() ? "" : "\n    " + context.words("二维码 ", "picture ") + way.code();
        context.out().println(way.id() + "  " + way.state() + "  " + String.join(" ", way.groups()) + "  "
                + TIME.format(Instant.parse(way.made()).atZone(context.zone()))
                + (way.remark().isEmpty() ? "" : "  " + way.remark()) + code);
    }

    /** {@code qunbot join-way add GROUP|PROFILE --state STATE}. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "新建一个 / make one")
    static final class Add extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "GROUP|PROFILE", description = "客户群的 id,或者一份配置(它的客户群,最多 5 个) / a customer group's id, or a profile for its customer groups, 5 at most")
        private String target = "";

        @Option(names = "--state", required = true, paramLabel = "STATE", description = "来源,最多 30 个字,例如 展会 / where those come from who join by it, 30 characters at most")
        private String state = "";

        @Option(names = "--remark", paramLabel = "TEXT", description = "备注,成员看不到 / a remark that members don't see")
        private String remark = "";

        @Option(names = "--next", paramLabel = "NAME", description = "群都满了以后自动新建的群叫什么;不写就不新建 / the name of a new group when all are full; none without it")
        private String next = "";

        @Override
        public Integer call() {
            print(this, Admin.running(this).<JoinDesk.Way>post("/join-way/add",
                    Map.of("target", target, "state", state, "remark", remark, "next", next),
                    JoinDesk.Way.class)
                    .orElseThrow());
            return ExitCode.OK;
        }
    }

    /** {@code qunbot join-way list [GROUP|PROFILE]}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "机器人建过的 / those that the bot made")
    static final class Ways extends Context implements Callable<Integer> {

        @Parameters(arity = "0..1", paramLabel = "GROUP|PROFILE", description = "只看这个群或这份配置的 / only those of a group or a profile")
        private String target = "";

        @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
        private CheckCommand.Format format = CheckCommand.Format.TEXT;

        @Override
        public Integer call() {
            List<JoinDesk.Way> ways = Admin.running(this).<List<JoinDesk.Way>>get("/join-way", Map.of("target", target),
                    new TypeToken<List<JoinDesk.Way>>() {
                    }.getType())
                    .orElse(List.of());
            if (format == CheckCommand.Format.JSON) {
                out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(ways));
            } else if (ways.isEmpty()) {
                out().println(words("# 没有", "# none"));
            } else {
                ways.forEach(way -> print(this, way));
            }
            return ExitCode.OK;
        }
    }

    /** {@code qunbot join-way remove ID}. */
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "作废一个:再扫就进不了群了 / take one back: nobody joins by it any more")
    static final class Remove extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "哪一个,见 join-way list / which one, see join-way list")
        private String id = "";

        @Override
        public Integer call() {
            Optional<JoinDesk.Way> removed = Admin.running(this).post("/join-way/remove", Map.of("id", id),
                    JoinDesk.Way.class);
            print(this, removed.orElseThrow(() -> new Trouble("没有 " + id + ",见 ./qunbot join-way list",
                    "there is no " + id + ", see ./qunbot join-way list")));
            return ExitCode.OK;
        }
    }
}
