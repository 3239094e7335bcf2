package io.qunbot.cli;

import io.qunbot.bot.BotConfig;
import io.qunbot.cli.schedule.Ahead;
import io.qunbot.cli.schedule.CalendarFile;
import io.qunbot.cli.schedule.SlotJson;
import io.qunbot.cli.schedule.SlotText;
import io.qunbot.simulation.schedule.Slot;
import io.qunbot.yaml.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot schedule}: what will be said where and when, and orders about it. */
@Command(name = "schedule", mixinStandardHelpOptions = true, description = "接下来在哪个群、什么时候、说什么,为什么推迟或不说 / what will be said where and when, and why later or not at all", subcommands = {
        ScheduleCommand.Run.class, ScheduleCommand.Pause.class, ScheduleCommand.Resume.class})
final class ScheduleCommand extends Context implements Callable<Integer> {

    private static final int MOST_DAYS = 366;

    /** How it is shown. */
    enum Format {
        TEXT,
        JSON,
        ICS
    }

    @Option(names = "--days", paramLabel = "N", description = "往后看几天,默认 14 / how many days ahead, 14 by default")
    private int days = 14;

    @Option(names = {"-g", "--group"}, paramLabel = "GROUP", description = "只看这个群,写 id / only this group, by its id")
    private String group = "";

    @Option(names = {"-p", "--profile"}, paramLabel = "PROFILE", description = "只看这份配置的群 / only groups of this profile")
    private String profile = "";

    @Option(names = "--format", paramLabel = "text|json|ics", description = "输出格式;ics 可以导入同事的日历 / how to show it; ics is for colleagues' calendars")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        if (days < 1 || days > MOST_DAYS) {
            throw wrong(words("--days 写 1 到 " + MOST_DAYS, "--days is 1 to " + MOST_DAYS));
        }
        BotConfig config = config();
        Instant now = InstantSource.system().instant();
        Ahead.View view = new Ahead(home(), config).of(new Ahead.Question(now, now.plus(Duration.ofDays(days)), group,
                profile, Admin.of(data()).isPresent()));
        if (!profile.isEmpty() && view.book().profile(profile).isEmpty()) {
            throw new Trouble("没有这份配置:" + profile, "no such profile: " + profile);
        }
        assumed(view);
        print(view, now);
        return ExitCode.OK;
    }

    private void assumed(Ahead.View view) {
        if (!view.assumed().isEmpty()) {
            String groups = String.join(words("、", ", "), view.assumed());
            err().println(words("# 机器人还没有见过 " + groups + ":当作现在刚开始的群来算",
                    "# the bot has not met " + groups + " yet: looked at as if they began now"));
        }
    }

    private void print(Ahead.View view, Instant now) {
        List<Slot> slots = view.slots();
        Language language = language();
        switch (format) {
            case JSON -> out().println(SlotJson.of(slots, language));
            case ICS -> {
                out().print(new CalendarFile(view.names(), language).of(slots, now));
                out().flush();
            }
            case TEXT -> {
                List<Slot> firm = slots.stream().filter(slot -> !slot.isIdle()).toList();
                new SlotText(view.names(), language).of(firm).forEach(out()::println);
                out().println(slots.isEmpty()
                        ? words("# 没有安排", "# nothing is planned")
                        : summary(firm) + idle(slots.size() - firm.size()));
            }
        }
    }

    private String idle(int count) {
        return count == 0
                ? ""
                : words(";另有 " + count + " 次看到时候有没有人报名、打卡,现在没有要说的",
                        "; " + count + " more depend on who signs up or reports until then");
    }

    private String summary(List<Slot> slots) {
        long said = slots.stream().filter(slot -> slot.at().isPresent()).count();
        long conflicts = slots.stream().filter(slot -> slot.conflict().isPresent()).count();
        return words("\n# " + days + " 天:说 " + said + " 次,不说 " + (slots.size() - said) + " 次"
                + (conflicts == 0 ? "" : ",挨得太近 " + conflicts + " 次"),
                "\n# " + days + " days: " + said + " said, " + (slots.size() - said) + " silent"
                        + (conflicts == 0 ? "" : ", " + conflicts + " too close to each other"));
    }

    /** What came of an order. */
    private record Ordered(String id, int groups) {}

    /** Orders something of a running bot. */
    private static int order(Context context, String order, String id, String group, String zh, String en) {
        Admin admin = Admin.of(context.data()).orElseThrow(() -> new Trouble("机器人没有在运行:先 ./qunbot run",
                "no bot is running: start it with ./qunbot run"));
        Ordered done = admin.<Ordered>post("/schedule/" + order, Map.of("id", id, "group", group), Ordered.class)
                .orElseThrow(() -> new Trouble("这个机器人不认识 schedule,是旧版本吗",
                        "this bot knows no schedule: is it an older version?"));
        context.out().println(id + ": " + context.words(zh, en) + (done.groups() == 0
                ? context.words(",是群发,见 ./qunbot campaign status", "; it is a campaign, see ./qunbot campaign status")
                : context.words(",共 " + done.groups() + " 个群", ", groups: " + done.groups())));
        return ExitCode.OK;
    }

    /** {@code qunbot schedule run ID --now}. */
    @Command(name = "run", mixinStandardHelpOptions = true, description = "现在就来一次,不等它的时间 / once more, now")
    static final class Run extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "安排的 id,见 schedule / its id, see schedule")
        private String id = "";

        @Option(names = "--now", required = true, description = "确认是现在 / yes, now")
        private boolean now;

        @Option(names = {"-g", "--group"}, paramLabel = "GROUP", description = "只在这个群 / only in this group")
        private String group = "";

        @Override
        public Integer call() {
            if (!now) {
                throw wrong(words("写上 --now", "write --now"));
            }
            return order(this, "run", id, group, "现在来一次", "happens now");
        }
    }

    /** {@code qunbot schedule pause ID}. */
    @Command(name = "pause", mixinStandardHelpOptions = true, description = "暂停一个安排,重启后也还停着 / it keeps silent until it is resumed")
    static final class Pause extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "安排的 id,见 schedule / its id, see schedule")
        private String id = "";

        @Option(names = {"-g", "--group"}, paramLabel = "GROUP", description = "只在这个群 / only in this group")
        private String group = "";

        @Override
        public Integer call() {
            return order(this, "pause", id, group, "暂停了", "paused");
        }
    }

    /** {@code qunbot schedule resume ID}. */
    @Command(name = "resume", mixinStandardHelpOptions = true, description = "恢复暂停的安排,停着的时候错过的不补 / it goes on; what was missed meanwhile is not made up for")
    static final class Resume extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "安排的 id,见 schedule / its id, see schedule")
        private String id = "";

        @Option(names = {"-g", "--group"}, paramLabel = "GROUP", description = "只在这个群 / only in this group")
        private String group = "";

        @Override
        public Integer call() {
            return order(this, "resume", id, group, "恢复了", "resumed");
        }
    }
}
