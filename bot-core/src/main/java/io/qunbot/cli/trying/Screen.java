package io.qunbot.cli.trying;

import io.qunbot.simulation.run.Heard;
import io.qunbot.simulation.run.Wordings;
import io.qunbot.transcript.Cast;
import io.qunbot.transcript.Step.Way;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Words;
import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.util.stream.Collectors;

/** What the operator sees: words with their time and the way they leave. Coloured on a terminal only. */
public final class Screen {

    private static final String BOLD = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintWriter out;
    private final Language language;
    private final boolean terminal;

    /** @param terminal whether somebody types at the other end, and sees colours */
    public Screen(PrintWriter out, Language language, boolean terminal) {
        this.out = out;
        this.language = language;
        this.terminal = terminal;
    }

    String words(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    String words(Words words) {
        return words.in(language);
    }

    Language language() {
        return language;
    }

    /** What waits for the next line. */
    void prompt(LocalDateTime now, String who) {
        if (terminal) {
            out.print(FAINT + Wordings.time(now, now.toLocalDate()) + PLAIN + who + "> ");
            out.flush();
        }
    }

    /** What somebody did; on a terminal the typed line is there already. */
    void happened(String line) {
        if (!terminal) {
            line(line);
        }
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Something about the chat rather than of it. */
    void note(String text) {
        line(terminal ? FAINT + text + PLAIN : text);
    }

    /** What the bot did. */
    void heard(Heard heard, Cast cast) {
        String time = Wordings.time(heard.at(), heard.at().toLocalDate());
        String who = heard.to().stream().map(cast::name).collect(Collectors.joining("、"));
        switch (heard.way()) {
            case TELL -> note(time + words("告诉 " + who + ": ", "tells " + who + ": ") + heard.text());
            case LEAD -> note(time + words("线索交给 " + who + ": ", "hands a lead to " + who + ": ") + heard.text());
            case STAGE -> note(time + words(who + " 到了阶段: ", who + " is now at: ") + heard.text());
            case TAG -> note(time + words("给 " + who + " 打标签: ", "tags " + who + ": ") + heard.text());
            case DRAFT -> note(time + words("给 " + who + " 的草稿: ", "a draft for " + who + ": ") + heard.text());
            case TASK -> note(time + words("要群主确认的任务: ", "a task for the owner to confirm: ") + heard.text());
            case WITHDRAW -> note(time + words(who + " 手里的收回: ", "taken back from " + who + ": ") + heard.text());
            case BOT -> said(time, heard);
        }
        if (heard.way().is(Way.BOT) && !heard.reason().isEmpty()) {
            note("      " + words("没有说出口: ", "not said: ") + heard.reason());
        }
    }

    private void said(String time, Heard heard) {
        boolean kept = heard.watched() || !heard.reason().isEmpty();
        String who = kept ? words("机器人本来会说", "the bot would say") : words("机器人", "bot");
        String text = heard.text().strip().replace("\n", "\n      ");
        line(time + (terminal && !kept ? BOLD + who + PLAIN : who) + ": " + text);
        if (heard.watched()) {
            note("      " + words("mode: watch,只记录,不说出口", "mode: watch: only recorded"));
        }
    }
}
