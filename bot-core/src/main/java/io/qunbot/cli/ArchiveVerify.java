package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.evidence.Verdict;
import io.qunbot.store.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot archive verify}: whether everything is as it was said. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "证明存档没有被改过、少过:逐条核对摘要链;有问题退出码是 1 / prove that nothing was changed or removed; exit 1 when something was")
final class ArchiveVerify extends Context implements Callable<Integer> {

    private static final int MOST = 50;

    @Option(names = "--group", paramLabel = "GROUP", description = "只看这个群:id 或群名 / only this group, by id or name")
    private String group = "";

    @Option(names = "--heads", description = "只打印每条链的链头,留到别处去 / print where the chains stand, to be kept elsewhere")
    private boolean heads;

    @Option(names = "--against", paramLabel = "FILE", description = "和以前 --heads 留下的文件对一对 / compare with a file that --heads printed before")
    private Optional<Path> against = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        Verdict verdict = verdict(against.map(this::kept).orElse(List.of())).orElseThrow(() -> new Trouble(
                "没有见过这个群:" + group + "。见过哪些群:./qunbot archive groups",
                "this group was never seen: " + group + "; those that were: ./qunbot archive groups"));
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(verdict));
        } else if (heads) {
            verdict.heads().forEach(out()::println);
            verdict.wrong().stream().limit(MOST).map(this::line).forEach(err()::println);
        } else {
            print(verdict);
        }
        return verdict.ok() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private List<String> kept(Path file) {
        try {
            List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
            lines.stream().filter(line -> Head.read(line).isEmpty()).findFirst().ifPresent(line -> {
                throw new Trouble(file + " 里有一行不是链头:" + line, file + " has a line that is no head: " + line);
            });
            if (lines.isEmpty()) {
                throw new Trouble(file + " 里没有链头", file + " holds no heads");
            }
            return lines;
        } catch (IOException unreadable) {
            throw Trouble.of("读不到文件", "cannot read", unreadable);
        }
    }

    private Optional<Verdict> verdict(List<String> kept) {
        BotConfig config = config();
        Path data = home().data(config.data());
        return Admin.of(data)
                .map(admin -> admin.<Verdict>submit("/archive/verify",
                        Map.of("group", group, "kept", String.join("\n", kept)), Verdict.class))
                .orElseGet(() -> offline(data, offline -> offline.archive().verifying().verify(group, kept)));
    }

    private void print(Verdict verdict) {
        verdict.wrong().stream().limit(MOST).map(this::line).forEach(out()::println);
        if (verdict.wrong().size() > MOST) {
            out().println(words("……一共 " + verdict.wrong().size() + " 处", "… " + verdict.wrong().size() + " in all"));
        }
        for (Verdict.Erasure each : verdict.erasures()) {
            out().println(words("已删除:", "erased: ") + each.at() + "  " + each.who() + "  " + each.reason() + "  "
                    + words(each.messages() + " 条消息,机器人的话 " + each.words() + " 条",
                            each.messages() + " messages, " + each.words() + " words of the bot"));
        }
        out().println((verdict.ok() ? words("没有问题", "nothing is wrong") : words("有问题", "something is wrong"))
                + words(":%,d 条消息、机器人的 %,d 条话和封存时一样,%,d 条链;删除的 %,d 条都有记录,过期清掉 %,d 条",
                        ": %,d messages and %,d words of the bot are as they were sealed, in %,d chains; %,d were erased and left a tombstone, %,d went in their time")
                        .formatted(verdict.messages(), verdict.words(), verdict.groups(), verdict.erased(),
                                verdict.expired()));
        if (against.isPresent()) {
            out().println(words("对上了留在别处的 " + verdict.checked() + " 个链头",
                    verdict.checked() + " heads that were kept elsewhere were met again"));
        }
        if (verdict.unsealed() > 0) {
            out().println(words("最新 " + verdict.unsealed() + " 条还没有封存",
                    "the newest " + verdict.unsealed() + " are not sealed yet"));
        }
    }

    private String line(Verdict.Wrong wrong) {
        String place = wrong.group() + (wrong.day().isEmpty() ? "" : " " + wrong.day());
        String which = wrong.seq() == 0
                ? ""
                : wrong.of().equals("words")
                        ? words("机器人的第 " + wrong.seq() + " 条话", "words " + wrong.seq() + " of the bot")
                        : words("第 " + wrong.seq() + " 条消息", "message " + wrong.seq());
        return "✗ " + String.join("  ", List.of(place, which, what(wrong), wrong.detail())).strip()
                .replaceAll(" {3,}", "  ");
    }

    private String what(Verdict.Wrong wrong) {
        return switch (wrong.what()) {
            case "changed" -> words("和封存时不一样", "is not what was sealed");
            case "missing" -> words("不见了,也没有删除记录", "is gone, and nothing says why");
            case "inserted" -> words("是后来塞进来的", "was put in later");
            case "risen" -> words("有删除记录,却还在", "is there although its tombstone says that it is not");
            case "count" -> words("条数对不上", "the count is another");
            case "broken" -> words("链断了:有的被换过或者调了顺序", "the chain is broken: something was replaced or reordered");
            case "shortened" -> words("末尾少了", "something was taken from the end");
            case "forged" -> words("删除记录对不上", "the tombstones do not agree with what is gone");
            default -> words("和留在别处的链头不一样", "differs from the head that was kept elsewhere");
        };
    }
}
