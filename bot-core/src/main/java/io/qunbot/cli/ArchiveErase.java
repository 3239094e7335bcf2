package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Offline;
import io.qunbot.bot.evidence.Erased;
import io.qunbot.bot.evidence.Eraser;
import io.qunbot.store.LaneRow;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot archive erase}: forgets what a member said, wherever it is written down. */
@Command(name = "erase", mixinStandardHelpOptions = true, description = "删除一个人说过的话:存档、回复、记忆、索引、备份里都不留,只留一条删除记录 / erase what a member said wherever it is written down; a tombstone stays")
final class ArchiveErase extends Context implements Callable<Integer> {

    @Option(names = "--member", required = true, paramLabel = "ID", description = "成员的 id:同事账号或 external_userid / the member's id")
    private String member = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "为什么删,写进删除记录 / why; the tombstone says it")
    private String reason = "";

    @Option(names = "--group", paramLabel = "GROUP", description = "只删这个群里的:id 或群名 / only in this group, by id or name")
    private String group = "";

    @Option(names = "--by", paramLabel = "NAME", description = "谁要求删的,默认是登录的账号 / who asks; the account by default")
    private String who = System.getProperty("user.name", "");

    @Option(names = "--dry-run", description = "只数一数,不删 / only count")
    private boolean dry;

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        if (member.isBlank() || reason.isBlank()) {
            throw wrong(words("--member 和 --reason 不能是空的", "--member and --reason must not be empty"));
        }
        BotConfig config = config();
        Path data = home().data(config.data());
        Erased erased = Admin.of(data).map(this::online)
                .orElseGet(() -> offline(data, offline -> erase(offline, config, data)))
                .orElseThrow(() -> new Trouble("没有见过这个群:" + group + "。见过哪些群:./qunbot archive groups",
                        "this group was never seen: " + group + "; those that were: ./qunbot archive groups"));
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(erased));
        } else {
            print(erased);
        }
        return erased.left().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private Optional<Erased> online(Admin admin) {
        return admin.submit("/archive/erase", Map.of("member", member, "reason", reason, "group", group, "who", who,
                "dry", String.valueOf(dry)), Erased.class);
    }

    private Optional<Erased> erase(Offline offline, BotConfig config, Path data) {
        Optional<Integer> lane = offline.archive().verifying().group(group).map(LaneRow::number);
        return !group.isEmpty() && lane.isEmpty()
                ? Optional.empty()
                : Optional.of(offline.archive().erase(config, data, new Eraser.Wish(member,
                        group.isEmpty() ? Optional.empty() : lane, reason, who, dry,
                        InstantSource.system().instant())));
    }

    private void print(Erased erased) {
        if (erased.messages() + erased.words() + erased.memories() == 0) {
            out().println(words("没有 " + member + " 留下的东西。id 要写全,例如 wmXXXX;名字不行",
                    "there is nothing of " + member + "; the id has to be whole, a name will not do"));
        }
        out().println((erased.dry() ? words("会删:", "would be erased: ") : words("已删除:", "erased: "))
                + words("%,d 条消息和动作,机器人的话 %,d 条,记忆和闹钟 %,d 处",
                        "%,d messages and other doings, %,d words of the bot, %,d memories and alarms")
                        .formatted(erased.messages(), erased.words(), erased.memories()));
        erased.files().forEach(file -> out().println(words("数据目录里也清了:", "cleared in the data folder, too: ") + file));
        if (erased.quoted() > 0) {
            out().println(words("别人的 " + erased.quoted() + " 条消息里有同样的话:那是他们说的,留着",
                    erased.quoted() + " messages of others say the same: they are theirs, and stay"));
        }
        erased.rules().forEach(file -> out().println(words("正在用的规则里也有同样的话,那是您写的,留着:",
                "rules in use say the same: your own words, they stay: ") + file));
        erased.left().forEach(file -> out().println(words("✗ 数据目录里还有:", "✗ the data folder still holds it: ")
                + file));
        if (!erased.dry() && erased.left().isEmpty()) {
            out().println(words("逐字节找过数据目录:没有了。数据目录以外的备份、日志、规则文件要自己处理",
                    "every byte of the data folder was looked through: it is gone; backups, logs and rule files outside of it are yours to look after"));
        }
    }
}
