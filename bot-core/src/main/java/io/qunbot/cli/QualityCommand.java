package io.qunbot.cli;

import io.qunbot.cli.quality.Criterion;
import io.qunbot.cli.quality.JsonReport;
import io.qunbot.cli.quality.Outcome;
import io.qunbot.cli.quality.Predictions;
import io.qunbot.cli.quality.Report;
import io.qunbot.cli.quality.TextReport;
import io.qunbot.cli.quality.data.Flaw;
import io.qunbot.cli.quality.data.Trial;
import io.qunbot.cli.quality.data.TrialFiles;
import io.qunbot.cli.quality.data.TrialReader;
import io.qunbot.ranking.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot quality}: how often the catalogue's matcher is right, and how often it should have kept quiet. */
@Command(name = "quality", mixinStandardHelpOptions = true, description = "量一量回答得对不对、该不说的时候说没说 / measure how often answers are right, and silence is")
final class QualityCommand extends Context implements Callable<Integer> {

    /** Of the same kind more than this are noise. */
    private static final int ENOUGH = 20;

    /** Rules, and what is asked of them. */
    static final class Pair {

        @Option(names = "--rules", required = true, paramLabel = "FILE", description = "规则,每行 {\"intent\":…,\"questions\":[…]} / rules")
        private Path rules = Path.of("");

        @Option(names = "--queries", required = true, arity = "1..*", paramLabel = "FILE", description = "问题,每行 {\"text\":…,\"intent\":…,\"type\":…} / queries")
        private List<Path> queries = new ArrayList<>();
    }

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<Pair> pairs = new ArrayList<>();

    @Option(names = "--data", paramLabel = "DIR", description = "每个子目录是一组:rules.jsonl、queries.jsonl、queries_noisy.jsonl / a folder with a set in each sub-folder")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--embedder", paramLabel = "URL", description = "用这个接口的向量,到 /v1 为止;全部问题都会发过去,密钥放在环境变量 EMBEDDER_KEY / with vectors of this API, up to /v1: all queries are sent there; its key stands in EMBEDDER_KEY")
    private Optional<String> embedder = Optional.empty();

    @Option(names = "--model", paramLabel = "NAME", description = "它的模型 / its model")
    private Optional<String> model = Optional.empty();

    @Option(names = "--mode", paramLabel = "careful|balanced", description = "默认 careful / careful by default")
    private Optional<Mode> mode = Optional.empty();

    @Option(names = "--answer", paramLabel = "P", description = "有多大把握才答,0 到 1,代替 mode 的 / how sure it must be, 0 to 1, instead of the mode's")
    private Optional<Double> answer = Optional.empty();

    @Option(names = "--sweep", description = "再列出各个阈值下的结果 / also over all thresholds")
    private boolean sweep;

    @Option(names = "--predictions", paramLabel = "FILE", description = "每个问题答了什么,写成 TSV / write what each query is answered as TSV")
    private Optional<Path> predictions = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show the figures")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        if (answer.filter(sure -> !(sure >= 0 && sure <= 1)).isPresent()) {
            throw wrong(words("--answer 在 0 到 1 之间", "--answer is between 0 and 1"));
        }
        Criterion criterion = Criterion.of(mode, answer);
        Report report = new Report(outcomes(trials()), criterion, sweep);
        predictions.ifPresent(file -> write(file, report));
        if (format == CheckCommand.Format.JSON) {
            out().println(new JsonReport(report).text());
        } else {
            new TextReport(report, language()).lines().forEach(out()::println);
        }
        return ExitCode.OK;
    }

    private List<Outcome> outcomes(List<Trial> trials) {
        if (embedder.isPresent() != model.isPresent()) {
            throw wrong(words("--embedder 和 --model 要一起写", "--embedder and --model go together"));
        }
        if (embedder.isEmpty()) {
            return trials.stream().map(Outcome::of).toList();
        }
        try (TrialEmbedder named = TrialEmbedder.of(embedder.get(), model.orElseThrow(), environment("EMBEDDER_KEY"))) {
            return trials.stream().map(trial -> Outcome.of(trial, named.vectors(trial))).toList();
        } catch (IllegalArgumentException noAddress) {
            throw wrong(words("--embedder 要一个到 /v1 为止的地址", "--embedder is an address up to /v1"));
        } catch (IOException failure) {
            throw Trouble.of("写不了临时文件", "temporary files cannot be written", failure);
        }
    }

    private List<Trial> trials() {
        TrialReader reader = new TrialReader();
        List<Trial> trials = new ArrayList<>();
        for (TrialFiles files : files()) {
            try {
                trials.add(reader.read(files));
            } catch (IOException unreadable) {
                throw Trouble.of("读不到文件", "a file cannot be read", unreadable);
            }
        }
        List<Flaw> flaws = reader.flaws();
        flaws.stream().limit(ENOUGH).forEach(flaw -> err().println(flaw.in(language())));
        if (!flaws.isEmpty()) {
            throw new Trouble("数据有错误,见上(共 " + flaws.size() + " 处)",
                    "the data has mistakes, see above (" + flaws.size() + " in all)");
        }
        return trials;
    }

    private List<TrialFiles> files() {
        List<TrialFiles> files = new ArrayList<>();
        pairs.forEach(pair -> files.add(TrialFiles.of(pair.rules, pair.queries)));
        data.ifPresent(folder -> files.addAll(in(folder)));
        if (files.isEmpty()) {
            throw wrong(words("要么 --rules 和 --queries,要么 --data", "either --rules and --queries, or --data"));
        }
        return files;
    }

    private static List<TrialFiles> in(Path folder) {
        try {
            List<TrialFiles> found = TrialFiles.in(folder);
            if (found.isEmpty()) {
                throw new Trouble(folder + " 的子目录里没有 rules.jsonl 和 queries.jsonl",
                        "no sub-folder of " + folder + " holds rules.jsonl and queries.jsonl");
            }
            return found;
        } catch (IOException unreadable) {
            throw Trouble.of("读不到目录", "the folder cannot be read", unreadable);
        }
    }

    private static void write(Path file, Report report) {
        try {
            Predictions.write(file, report.outcomes(), report.criterion().answer());
        } catch (IOException failure) {
            throw Trouble.of("写不了文件", "the file cannot be written", failure);
        }
    }
}
