package io.qunbot.cli;

import io.qunbot.bot.Takeback;
import io.qunbot.yaml.Language;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot rollback VERSION}: an earlier version of the rules is in force again. */
@Command(name = "rollback", mixinStandardHelpOptions = true, description = "把规则退回以前的版本;现在的文件先留底 / take the rules back to an earlier version; the present files are kept first")
final class RollbackCommand extends Context implements Callable<Integer> {

    @Parameters(paramLabel = "VERSION", description = "哪个版本(见 history,可以只写开头;previous 是上一个) / which version (see history; its beginning will do; 'previous' is the one before)")
    private String version = "";

    @Option(names = "--file", paramLabel = "FILE", description = "只退这个文件,例如 rules/service.yaml / this file only")
    private String file = "";

    @Option(names = "--dry-run", description = "只说会做什么,什么也不写 / say what would be done, and write nothing")
    private boolean dry;

    @Override
    public Integer call() {
        Versioned versions = new Versioned(this);
        Takeback.Result result = versions.post("/rollback",
                Map.of("version", version, "file", file, "dry", String.valueOf(dry)), Takeback.Result.class,
                stored -> stored.rollback(version, file, dry));
        if (result.errors() > 0) {
            out().println(language() == Language.ZH ? result.zh() : result.en());
            out().println(words("版本 " + result.version() + " 里有错误,不能退回去;什么也没有做",
                    "there are mistakes in version " + result.version() + ": nothing was done"));
            return ExitCode.FINDINGS;
        }
        if (result.files().isEmpty()) {
            out().println(words("rules/ 里已经是版本 " + result.version() + " 的内容;什么也没有做",
                    "rules/ holds version " + result.version() + " already: nothing was done"));
            return ExitCode.OK;
        }
        print(result, versions.isRunning());
        return ExitCode.OK;
    }

    private void print(Takeback.Result result, boolean running) {
        result.files().forEach(edit -> out().println(did(edit.sign()) + " " + edit.path() + " (+" + edit.more() + " -"
                + edit.fewer() + ")"));
        if (!result.done()) {
            out().println(words("以上只是预演,什么也没有写", "this is only what would be done; nothing was written"));
            return;
        }
        out().println(
                words("原来的文件留作版本 " + result.kept(), "the files that lay there are kept as version " + result.kept()));
        Changes.of(result.change(), false, language()).forEach(line -> out().println(line));
        out().println(running
                ? words("已生效:规则版本 ", "in force: rules ") + result.book() + words(",对所有群", ", for all groups")
                : words("机器人没有在运行;下次启动时生效:规则版本 ", "nothing runs; in force with the next start: rules ")
                        + result.book());
    }

    private String did(String sign) {
        return switch (sign) {
            case "+" -> dry ? words("会放回", "would bring back") : words("放回", "brought back");
            case "-" -> dry ? words("会删除", "would remove") : words("删除", "removed");
            default -> dry ? words("会写回", "would restore") : words("写回", "restored");
        };
    }
}
