package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.Duties;
import io.qunbot.bot.Refused;
import io.qunbot.bot.RuleFiles;
import io.qunbot.rota.RotaFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot rota}: who is on duty when, leave and swaps. */
@Command(name = "rota", mixinStandardHelpOptions = true, description = "谁在什么时候值班;请假、换班 / who is on duty when; leave and swaps", subcommands = {
        RotaCommand.TakeLeave.class, RotaCommand.Trade.class})
final class RotaCommand extends Context implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "哪张值班表;不写就是全部 / which rota; all by default")
    private String name = "";

    @Option(names = "--days", paramLabel = "N", description = "往后看几天,默认 14 / how many days, 14 by default")
    private int days = 14;

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() throws IOException {
        Path data = data();
        RotaFiles here = RotaFiles.read(RuleFiles.read(home()));
        if (!name.isEmpty() && !here.rotas().names().contains(name)) {
            throw new Trouble("没有 " + name + " 这张值班表;有:" + here.rotas().names(),
                    "there is no rota " + name + "; there are: " + here.rotas().names());
        }
        show(here.problems());
        List<Duties.Entry> plan = Admin.of(data)
                .flatMap(admin -> admin.<List<Duties.Entry>>get("/rota",
                        Map.of("name", name, "days", String.valueOf(days)), new TypeToken<List<Duties.Entry>>() {
                        }.getType()))
                .orElseGet(() -> Duties.plan(here.rotas(), name, InstantSource.system().instant(), days));
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(plan));
        } else if (plan.isEmpty()) {
            out().println(words("# 没有值班表:写一个 config/rota/oncall.yaml,见 docs/operations.md",
                    "# no rota: write config/rota/oncall.yaml, see docs/operations.md"));
        } else {
            print(this, plan);
        }
        return here.broken().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    /** A heading for each rota, and a line for each span. */
    private static void print(Context context, List<Duties.Entry> plan) {
        String last = "";
        for (Duties.Entry entry : plan) {
            if (!entry.rota().equals(last)) {
                String title = entry.title().isEmpty() ? "" : "(" + entry.title() + ")";
                context.out().println(entry.rota() + title + "  " + entry.zone());
                last = entry.rota();
            }
            String who = entry.who().isEmpty() ? context.words("没有人", "nobody") : String.join("、", entry.who());
            context.out().println("  " + time(context, entry.from(), entry.zone()) + " – "
                    + time(context, entry.until(), entry.zone()) + "  " + who);
        }
    }

    private static String time(Context context, String iso, String zone) {
        ZonedDateTime time = Instant.parse(iso).atZone(ZoneId.of(zone));
        Locale locale = context.words("zh", "en").equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        return DateTimeFormatter.ofPattern("MM-dd EEE HH:mm", locale).format(time);
    }

    /** Has a change written down: by the bot when it runs, which goes by it at once. */
    private static int change(Context context, String path, Duties.Change change) {
        Map<String, String> form = Map.of("name", change.rota(), "who", change.who(), "other", change.other(), "from",
                change.from().toString(), "until", change.until().toString(), "substitute", change.substitute());
        List<Duties.Entry> then = Admin.of(context.data())
                .flatMap(admin -> admin.<List<Duties.Entry>>submit(path, form, new TypeToken<List<Duties.Entry>>() {
                }.getType())).orElseGet(() -> attempt(context, change));
        print(context, then);
        return ExitCode.OK;
    }

    private static List<Duties.Entry> attempt(Context context, Duties.Change change) {
        try {
            return Duties.change(context.home(), change);
        } catch (Refused refused) {
            throw new Trouble(refused.words().zh(), refused.words().en());
        }
    }

    private static LocalDate date(Context context, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw context.wrong(context.words("日期写成 2026-12-01:", "a date is written like 2026-12-01: ") + text);
        }
    }

    /** {@code qunbot rota leave PERSON}. */
    @Command(name = "leave", mixinStandardHelpOptions = true, description = "请假,写进值班表,马上生效 / leave, written into the rota; holds at once")
    static final class TakeLeave extends Context implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "PERSON", description = "谁请假 / who is away")
        private String who = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "哪张值班表;只有一张就不用写 / which rota, when there are several")
        private String rota = "";

        @Option(names = "--from", required = true, paramLabel = "DATE", description = "第一天 / the first day")
        private String from = "";

        @Option(names = "--until", paramLabel = "DATE", description = "最后一天,默认只有一天 / the last day, the first by default")
        private String until = "";

        @Option(names = "--substitute", paramLabel = "PERSON", description = "谁替;不写就是轮到的下一位 / who stands in, the next in turn by default")
        private String substitute = "";

        @Override
        public Integer call() {
            LocalDate first = date(this, from);
            return change(this, "/rota/leave", new Duties.Change(rota, who, "", first,
                    until.isEmpty() ? first : date(this, until), substitute));
        }
    }

    /** {@code qunbot rota swap ONE OTHER}. */
    @Command(name = "swap", mixinStandardHelpOptions = true, description = "换班:这几天两个人的班对调 / two have each other's duty for some days")
    static final class Trade extends Context implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "ONE", description = "一位 / one")
        private String one = "";

        @Parameters(index = "1", paramLabel = "OTHER", description = "另一位 / the other")
        private String other = "";

        @Parameters(index = "2", arity = "0..1", paramLabel = "NAME", description = "哪张值班表;只有一张就不用写 / which rota, when there are several")
        private String rota = "";

        @Option(names = "--from", required = true, paramLabel = "DATE", description = "第一天 / the first day")
        private String from = "";

        @Option(names = "--until", paramLabel = "DATE", description = "最后一天,默认只有一天 / the last day, the first by default")
        private String until = "";

        @Override
        public Integer call() {
            LocalDate first = date(this, from);
            return change(this, "/rota/swap", new Duties.Change(rota, one, other, first,
                    until.isEmpty() ? first : date(this, until), ""));
        }
    }
}
