package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.desk.Marking;
import io.qunbot.bot.desk.Worklist;
import io.qunbot.chat.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot desk}: what there is to do for colleagues, the most pressing first. */
@Command(name = "desk", mixinStandardHelpOptions = true, description = "等同事处理的事:线索、草稿、要确认的任务、没人接的提醒 / what waits for colleagues: leads, drafts, tasks to confirm, what nobody took up", subcommands = DeskCommand.Mark.class)
final class DeskCommand extends Context implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    @Option(names = "--who", paramLabel = "ACCOUNT", description = "只看给这位同事的 / only what is for this colleague")
    private String who = "";

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        Path data = data();
        List<Worklist.Item> items = Admin.of(data)
                .flatMap(admin -> admin.<List<Worklist.Item>>get("/desk", Map.of("who", who),
                        new TypeToken<List<Worklist.Item>>() {
                        }.getType()))
                .orElseGet(() -> offline(data, offline -> offline.worklist().items(who)));
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(items));
        } else if (items.isEmpty()) {
            out().println(words("# 没有等同事处理的事", "# nothing waits for colleagues"));
        } else {
            items.forEach(this::print);
        }
        return ExitCode.OK;
    }

    private void print(Worklist.Item item) {
        String group = item.groupName().isEmpty() ? item.group() : item.groupName();
        String deadline = item.deadline().isEmpty() ? "" : words("  到 ", "  until ") + time(item.deadline());
        String late = item.overdue() ? words("  超时", "  OVERDUE") : item.urgent() ? words("  急", "  URGENT") : "";
        out().println("#" + item.id() + "  " + kind(item.kind()) + "  " + time(item.since()) + "  " + group + " → @"
                + String.join(" @", item.who()) + deadline + late + "  " + item.rule());
        if (!item.quote().isEmpty()) {
            out().println(words("    问:", "    asked: ") + item.quote());
        }
        out().println((item.kind().equals("draft") ? words("    答:", "    answer: ") : "    ")
                + item.text().replace("\n", "\n    "));
        if (!item.reason().isEmpty()) {
            out().println("    " + item.reason());
        }
    }

    private String kind(String kind) {
        return switch (kind) {
            case "draft" -> words("草稿", "draft");
            case "task" -> words("待确认", "task");
            case "lead" -> words("线索", "lead");
            default -> words("提醒", "tell");
        };
    }

    private String time(String iso) {
        return time(this, iso);
    }

    static String time(Context context, String iso) {
        return TIME.format(Instant.parse(iso).atZone(context.zone()));
    }

    /** Writes down what became of words. */
    static int judge(Context context, long id, Verdict verdict, String who, String note) {
        Path data = context.data();
        Marking.Outcome outcome = Admin.of(data)
                .flatMap(admin -> admin.<Marking.Outcome>post("/desk/judge", Map.of("id", String.valueOf(id), "verdict",
                        verdict.zh(), "who", who, "note", note), Marking.Outcome.class))
                .orElseGet(() -> context.offline(data, offline -> offline.marking().mark(id, verdict, who, note)));
        context.out().println(switch (outcome) {
            case NOTED -> context.words("记下了:" + verdict.zh(), "noted: " + verdict);
            case LATER -> context.words("机器人没在运行:下次启动时处理 “" + verdict.zh() + "”",
                    "the bot is not running: " + verdict + " is dealt with at its next start");
            case REASON_WANTED -> throw new Trouble("退回要写 leads 里 return 的一个原因:./qunbot desk mark " + id + " 退回 原因",
                    "it takes one of the reasons that leads names under return: ./qunbot desk mark " + id
                            + " 退回 REASON");
            case NOT_THEIRS -> throw new Trouble("第 " + id + " 条不在 " + who + " 手上,见 ./qunbot desk",
                    who + " does not have item " + id + ", see ./qunbot desk");
            case GONE ->
                throw new Trouble("第 " + id + " 条不在,或者已经处理过了", "there is no such item " + id + ", or it is dealt with");
        });
        return ExitCode.OK;
    }

    /** {@code qunbot desk mark ID VERDICT}. */
    @Command(name = "mark", mixinStandardHelpOptions = true, description = "写下一条是怎么处理的 / what became of an item")
    static final class Mark extends Context implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "ID", description = "第几条,见 desk / which one, see desk")
        private long id;

        @Parameters(index = "1", paramLabel = "用了|改了|不对|接了|退回", description = "used | changed | wrong | taken | returned")
        private String verdict = "";

        @Parameters(index = "2", arity = "0..1", paramLabel = "TEXT", description = "改成了什么,或退回的原因 / what was said instead, or why it is returned")
        private String note = "";

        @Option(names = "--by", paramLabel = "ACCOUNT", description = "谁处理的 / who did")
        private String who = "";

        @Override
        public Integer call() {
            return judge(this, id, Verdict.of(verdict).orElseThrow(() -> wrong("用了 | 改了 | 不对 | 接了 | 退回")), who, note);
        }
    }
}
