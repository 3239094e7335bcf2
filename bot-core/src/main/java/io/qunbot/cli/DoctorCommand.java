package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.doctor.Doctor;
import io.qunbot.bot.doctor.Finding;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot doctor}: what WeCom says of each channel. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "逐个试每个通道,缺什么说什么 / try each channel and say what is missing")
final class DoctorCommand extends Context implements Callable<Integer> {

    @Parameters(paramLabel = "CHANNEL", arity = "0..*", description = "只试这些通道 / these channels only")
    private List<String> channels = List.of();

    @Option(names = "--say", description = "让群机器人真的说一句 / let group robots really say something")
    private boolean say;

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        BotConfig config = config();
        List<String> asked = channels.isEmpty() ? config.channels().keySet().stream().sorted().toList() : channels;
        for (String channel : asked) {
            if (!config.channels().containsKey(channel)) {
                throw wrong(words("没有这个通道:", "no such channel: ") + channel);
            }
        }
        Doctor doctor = new Doctor(config, home(), say);
        List<Finding> findings = asked.stream().flatMap(channel -> doctor.examine(channel).stream()).toList();
        show(findings, asked);
        return findings.stream().anyMatch(each -> each.state() == Finding.State.WRONG)
                ? ExitCode.FINDINGS
                : ExitCode.OK;
    }

    private void show(List<Finding> findings, List<String> asked) {
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create()
                    .toJson(findings.stream().map(this::fields).toList()));
            return;
        }
        int width = asked.stream().mapToInt(String::length).max().orElse(0);
        findings.forEach(each -> out().println(line(each, width)));
    }

    /** A finding as programs read it. */
    private record Line(String channel, String state, String what, String detail) {}

    private Line fields(Finding finding) {
        return new Line(finding.channel(), finding.state().name().toLowerCase(Locale.ROOT),
                finding.what().in(language()), finding.detail().in(language()));
    }

    private String line(Finding finding, int width) {
        String sign = switch (finding.state()) {
            case FINE -> "✓";
            case WRONG -> "✗";
            case OPEN -> "·";
        };
        String detail = finding.detail().in(language());
        return sign + " " + finding.channel() + " ".repeat(width - finding.channel().length() + 2)
                + finding.what().in(language()) + (detail.isEmpty() ? "" : words(":", ": ") + detail);
    }
}
