package io.qunbot.cli;

import io.qunbot.bot.deal.Deal;
import io.qunbot.bot.deal.DealDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot deal WHO [won|lost] [AMOUNT] [REASON]}: how it ended with a customer. */
@Command(name = "deal", mixinStandardHelpOptions = true, description = "记一笔成交或没成 / how it ended with a customer")
final class DealCommand extends Context implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "WHO", description = "名字或账号 / a name or an id")
    private String who = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "won|lost AMOUNT REASON", description = "成交还是没成、金额、原因,都可以不写 / won or lost, an amount and a reason, any of it")
    private List<String> words = List.of();

    @Option(names = "--group", paramLabel = "GROUP", description = "同名的人多时写群的 id / the group's id, where several have that name")
    private String group = "";

    @Option(names = "--id", paramLabel = "ID", description = "这一笔的编号,同一个编号只记一次 / the deal's id: the same one counts once")
    private String id = "cli-" + UUID.randomUUID();

    @Override
    public Integer call() {
        Deal deal = Deal.of(String.join(" ", words)).orElseThrow(() -> wrong(words(
                "照这样写:deal 李雷 won 3600 三家店,或者 deal 李雷 lost 太贵;名字里有空格就加引号",
                "write: deal NAME won 3600 \"three shops\", or deal NAME lost \"too dear\"; quote a name with spaces")));
        Path data = data();
        String outcome = Admin.of(data).map(admin -> admin.<String>post("/deal", Map.of("id", id, "who", who, "group",
                group, "deal", deal.value()), String.class).orElse("FAILED"))
                .orElseGet(() -> offline(data, offline -> offline.deal(new DealDesk.Said(id, who, group, deal,
                        "console"))));
        switch (outcome) {
            case "NOTED" ->
                out().println(words("记下了:" + who + " " + deal.value(), "noted: " + who + " " + deal.value()));
            case "KNOWN" -> out().println(words("这一笔已经记过", "this one is noted already"));
            case "UNKNOWN_MEMBER" -> throw new Trouble("不认识 “" + who + "”:名字要和群里的一样,也可以用账号",
                    "nobody is called '" + who + "': write the name as in the group, or the id");
            case "SEVERAL_MEMBERS" -> throw new Trouble("叫 “" + who + "” 的不止一位:加 --group,或者用账号",
                    "several are called '" + who + "': add --group, or write the id");
            default -> throw new Trouble("没有写进去,请再试一次", "it could not be written: try again");
        }
        return ExitCode.OK;
    }
}
