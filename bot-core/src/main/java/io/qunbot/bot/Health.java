package io.qunbot.bot;

import io.qunbot.http.Response;
import io.qunbot.wecom.aibot.LineState;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the bot is well. Names of files and what is wrong in them are for this machine only. */
final class Health {

    private final Bot bot;

    Health(Bot bot) {
        this.bot = bot;
    }

    /**
     * The page.
     *
     * @param local whether it was asked on this machine
     * @param detail whether the mistakes are wanted, too
     */
    Response page(boolean local, boolean detail) {
        if (bot.store().writer().failing()) {
            return Response.text(503, "the store cannot be written\n");
        }
        Rules.State state = bot.rules().state();
        return Response.text(200,
                "ok\n" + stopped(local) + (local ? named(state) : counted(state)) + lines(local)
                        + (local && detail ? details(state) : ""));
    }

    private String stopped(boolean local) {
        Map<String, String> stopped = bot.outbox().stopped();
        return stopped.isEmpty()
                ? ""
                : "channels that nothing can be sent on: "
                        + (local ? String.join(", ", stopped.keySet()) : String.valueOf(stopped.size())) + "\n";
    }

    /** The bot itself is well while WeCom can't be reached: what comes by other ways is still answered. */
    private String lines(boolean local) {
        List<String> off = bot.channels().lines().entrySet().stream()
                .filter(line -> line.getValue().state().phase() != LineState.Phase.CONNECTED)
                .map(line -> line.getKey() + " (" + line.getValue().state().phase().name().toLowerCase(Locale.ROOT)
                        + ")")
                .toList();
        return off.isEmpty() ? "" : "not connected to WeCom: " + (local ? String.join(", ", off) : off.size()) + "\n";
    }

    private static String named(Rules.State state) {
        String held = state.held().isEmpty() ? "" : "last good version runs: " + String.join(", ", state.held()) + "\n";
        String missing = state.missing().isEmpty() ? "" : "not running: " + String.join(", ", state.missing()) + "\n";
        return held + missing;
    }

    private static String counted(Rules.State state) {
        int files = state.held().size() + state.missing().size();
        return files == 0 ? "" : "rule files with mistakes: " + files + "\n";
    }

    private static String details(Rules.State state) {
        return "rules " + state.book().version() + " since " + state.since() + "\n"
                + state.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).map(Health::line)
                        .collect(Collectors.joining());
    }

    private static String line(Problem problem) {
        return Notices.line(problem, Language.ZH) + " / " + problem.message().in(Language.EN) + "\n";
    }
}
