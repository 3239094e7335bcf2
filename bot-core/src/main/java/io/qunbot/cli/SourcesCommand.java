package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.SourceReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot sources}: where customers came from, and what one of them cost. */
@Command(name = "sources", mixinStandardHelpOptions = true, description = "获客渠道:成员、线索、成交和单价 / where customers came from, and what they cost")
final class SourcesCommand extends Context implements Callable<Integer> {

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    /** A source with its cost; 0 when nobody wrote one. */
    private record Priced(SourceReport.Source source, int cost) {}

    @Override
    public Integer call() {
        List<Priced> sources = priced(sources());
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(sources));
        } else if (sources.isEmpty()) {
            out().println(words("# 还不知道谁从哪里来:要接上通讯录,并用 join-way 建进群活码",
                    "# nobody knows yet where anybody came from: it takes the directory and join ways"));
        } else {
            sources.forEach(this::print);
        }
        return ExitCode.OK;
    }

    private List<SourceReport.Source> sources() {
        Path data = data();
        return Admin.of(data)
                .flatMap(admin -> admin.<List<SourceReport.Source>>get("/sources", Map.of(),
                        new TypeToken<List<SourceReport.Source>>() {
                        }.getType()))
                .orElseGet(() -> offline(data, offline -> offline.sources()));
    }

    /** What cost something and brought nobody is listed, too. */
    private List<Priced> priced(List<SourceReport.Source> sources) {
        Map<String, Integer> costs = config().sources().stream()
                .collect(Collectors.toMap(BotConfig.SourceCost::state, BotConfig.SourceCost::cost, Integer::sum));
        List<Priced> all = new ArrayList<>(sources.stream()
                .map(source -> new Priced(source, costs.getOrDefault(source.state(), 0))).toList());
        costs.keySet().stream().filter(state -> sources.stream().noneMatch(source -> source.state().equals(state)))
                .sorted().forEach(state -> all.add(new Priced(new SourceReport.Source(state, 0, 0, 0, BigDecimal.ZERO),
                        costs.getOrDefault(state, 0))));
        return all;
    }

    private void print(Priced priced) {
        SourceReport.Source source = priced.source();
        String name = source.state().isEmpty() ? words("(不知道)", "(unknown)") : source.state();
        String cost = priced.cost() == 0
                ? ""
                : words(",花费 ", ", cost ") + priced.cost() + each(words(",每位成员 ", ", per member "), priced,
                        source.members()) + each(words(",每条线索 ", ", per lead "), priced, source.leads())
                        + each(words(",每单 ", ", per deal "), priced, source.deals());
        out().println(name + words("  成员 ", "  members ") + source.members() + words(",线索 ", ", leads ")
                + source.leads() + words(",成交 ", ", deals ") + source.deals()
                + (source.amount().signum() == 0 ? "" : " (" + source.amount().toPlainString() + ")") + cost);
    }

    private static String each(String words, Priced priced, long count) {
        return count == 0
                ? ""
                : words + BigDecimal.valueOf(priced.cost()).divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
