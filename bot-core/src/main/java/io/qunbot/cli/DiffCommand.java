package io.qunbot.cli;

import io.qunbot.bot.Versions;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot diff [VERSION [VERSION]]}: what is different. */
@Command(name = "diff", mixinStandardHelpOptions = true, description = "规则改了什么;默认是 rules/ 里的和正在运行的相比 / what changed in the rules; by default what lies in rules/ against what runs")
final class DiffCommand extends Context implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "VERSION", description = "从哪个版本(见 history,可以只写开头;previous 是上一个),默认正在运行的 / from which version (see history; its beginning will do; 'previous' is the one before); what runs by default")
    private String from = Versions.RUNNING;

    @Parameters(index = "1", arity = "0..1", paramLabel = "VERSION", description = "到哪个版本,默认 rules/ 里现在的文件 / to which version; what lies in rules/ by default")
    private String to = Versions.DISK;

    @Option(names = "--file", paramLabel = "FILE", description = "只看这个文件,例如 rules/service.yaml / this file only")
    private String file = "";

    @Override
    public Integer call() {
        Versioned versions = new Versioned(this);
        Versions.Difference difference = versions.get("/diff", Map.of("from", from, "to", to, "file", file),
                Versions.Difference.class, stored -> stored.diff(from, to, file));
        String before = name(difference.from());
        String after = name(difference.to());
        if (difference.files().isEmpty()) {
            out().println(words(before + " 和 " + after + " 没有不同", before + " and " + after + " are the same"));
        }
        difference.files().forEach(each -> {
            out().println(what(each.edit().sign()) + " " + each.edit().path());
            out().println("--- " + each.edit().path() + "\t" + before);
            out().println("+++ " + each.edit().path() + "\t" + after);
            each.lines().forEach(line -> out().println(line));
        });
        return ExitCode.OK;
    }

    private String name(String version) {
        return version.equals(Versions.DISK)
                ? words("rules/ 里现在的文件", "what lies in rules/ now")
                : words("版本 ", "version ") + version;
    }

    private String what(String sign) {
        return switch (sign) {
            case "+" -> words("新增", "new");
            case "-" -> words("删除", "gone");
            default -> words("改动", "changed");
        };
    }
}
