package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Offline;
import io.qunbot.bot.Refused;
import io.qunbot.bot.RuleFiles;
import io.qunbot.bot.member.MemberCard;
import io.qunbot.bot.member.Tally;
import io.qunbot.people.Families;
import io.qunbot.people.SegmentCheck;
import io.qunbot.people.TagFiles;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot member}: what is known of one person, corrections by hand, and who is in a segment. */
@Command(name = "member", mixinStandardHelpOptions = true, description = "一个人的卡片:群、标签和依据、阶段、分数、最近的问题;member NAME tag 问价 -沉默 手工改标签;--in 列出一个分群 / what is known of somebody; tag corrects by hand; --in lists a segment")
final class MemberCommand extends Context implements Callable<Integer> {

    private static final Place NOWHERE = new Place(new Source("", ""), 1, 1, 1);

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME|ID", description = "群里显示的名字,或者 id / the name that groups show, or the id")
    private String who = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "tag", description = "tag:手工改标签 / tag: corrects by hand")
    private String verb = "";

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "TAG", description = "打上的标签;-标签 是去掉 / tags to put on; -TAG takes one off")
    private List<String> tags = List.of();

    @Option(names = "--group", paramLabel = "GROUP", description = "只看这个群:群名或 id / only this group, by name or id")
    private String group = "";

    @Option(names = "--why", paramLabel = "TEXT", description = "为什么改,记在依据里 / why, for the evidence")
    private String why = "";

    @Option(names = "--by", paramLabel = "WHO", description = "谁改的,默认是登录的用户 / who corrects it, by default whoever is logged in")
    private String by = System.getProperty("user.name", "?");

    @Option(names = "--in", paramLabel = "SEGMENT", description = "列出这个分群里的人 / list who is in this segment")
    private String segment = "";

    @Option(names = "--profile", paramLabel = "PROFILE", description = "用这份配置的分群 / take the segments of this profile")
    private String profile = "";

    @Option(names = "--segments", description = "每个分群有几个人 / how many are in each segment")
    private boolean segments;

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        if (segments || !segment.isEmpty()) {
            count();
        } else if (who.isEmpty()) {
            throw wrong(
                    words("写上名字或 id,或者 --in 分群、--segments", "write a name or an id, or --in SEGMENT, or --segments"));
        } else if (verb.isEmpty()) {
            present(asked(card -> card.get("/member", query(), MemberCard.class),
                    (offline, config) -> offline.member(home(), config, who, group)));
        } else if (verb.equals("tag") && !tags.isEmpty()) {
            correct();
        } else {
            throw wrong(words("照这样写:member 王姐 tag 问价 -沉默 --why 电话里说的",
                    "write: member NAME tag asked -silent --why \"said so on the phone\""));
        }
        return ExitCode.OK;
    }

    /** Asks a folder that nobody holds. */
    private interface Question<T> {
        T ask(Offline offline, BotConfig config);
    }

    private <T> T asked(Function<Admin, Optional<T>> running, Question<T> stopped) {
        BotConfig config = config();
        Path data = home().data(config.data());
        try {
            Optional<Admin> admin = Admin.of(data);
            return admin.isPresent()
                    ? running.apply(admin.get()).orElseThrow()
                    : offline(data, offline -> stopped.ask(offline, config));
        } catch (Refused refused) {
            throw new Trouble(refused.words().zh(), refused.words().en());
        }
    }

    private Map<String, String> query() {
        return Map.of("who", who, "group", group);
    }

    /** Tags that no family knows are meant as they are written, or they are slips of the pen. */
    private void warn() {
        Problems problems = new Problems();
        Families families = families();
        tags.forEach(tag -> SegmentCheck.tag(new Located<>(tag, NOWHERE), families, problems));
        problems.all().forEach(problem -> err().println("# " + problem.message().in(language()) + "。"
                + problem.help().in(language())));
    }

    private Families families() {
        try {
            return TagFiles.read(RuleFiles.read(home())).families();
        } catch (IOException unreadable) {
            return Families.NONE; // whoever runs the bot is told by check
        }
    }

    private void correct() {
        warn();
        Map<String, String> form = new HashMap<>(query());
        form.put("tags", String.join("\n", tags));
        form.put("by", by);
        form.put("why", why);
        MemberCard card = asked(admin -> admin.submit("/member/tag", form, MemberCard.class),
                (offline, config) -> offline.correct(home(), config, form));
        boolean running = Admin.of(data()).isPresent();
        err().println(running
                ? words("# 改好了", "# done")
                : words("# 记下了,机器人启动时生效", "# noted; it takes effect when the bot starts"));
        present(card);
    }

    private void count() {
        Map<String, String> form = Map.of("segment", segment, "profile", profile, "group", group);
        List<Tally> tallies = asked(admin -> admin.<List<Tally>>get("/members", form,
                new TypeToken<List<Tally>>() {
                }.getType()), (offline, config) -> offline.tallies(home(), config, form));
        if (format == CheckCommand.Format.JSON) {
            json(tallies);
            return;
        }
        for (Tally tally : tallies) {
            out().println(tally.segment() + "  " + tally.members() + words(" 人", ""));
            tally.who().forEach(each -> out().println("  " + each.id() + (each.name().isEmpty()
                    ? ""
                    : "  " + each.name())));
        }
    }

    private void present(MemberCard card) {
        if (format == CheckCommand.Format.JSON) {
            json(card);
        } else {
            new MemberText(out(), language(), zone()).print(card);
        }
    }

    private void json(Object value) {
        out().println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(value));
    }
}
