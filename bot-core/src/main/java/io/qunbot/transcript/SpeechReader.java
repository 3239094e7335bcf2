package io.qunbot.transcript;

import io.qunbot.transcript.Step.Way;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines with a colon: who says what, and what is expected of whom. */
final class SpeechReader {

    private static final Pattern COLON = Pattern.compile("[:\uFF1A]");
    private static final Pattern SPEAKER = Pattern.compile("(\\S.*?)(?:\\s*\\[([^\\]]+)])?");
    private static final List<String> WITH_SOMEBODY = List.of("staff", "desk", "tell", "tag", "stage", "lead", "draft",
            "task");
    private static final List<String> ROBOTS = List.of("机器人", "robot", "bots");
    private static final List<String> COMMANDS = List.of("bot", "staff", "silence", "silence until", "skip until",
            "no tell", "no lead", "no draft", "no task", "desk", "tell", "tag", "stage", "lead", "draft", "task",
            "redeliver", "restart", "reload",
            "rename", "clicks", "confirm", "withdraw");

    private final Slips slips;

    SpeechReader(Slips slips) {
        this.slips = slips;
    }

    /** @param start where the line goes on behind its time */
    Optional<Step> read(Written line, int start) {
        String body = line.text().substring(start);
        Matcher colon = COLON.matcher(body);
        if (!colon.find()) {
            return unknown(line.part(start, line.text().length()), body);
        }
        String head = body.substring(0, colon.start()).strip();
        String text = body.substring(colon.end()).strip();
        Place place = line.part(start, start + Math.max(1, colon.start()));
        if (head.isEmpty() || text.isEmpty()) {
            return slips.line(place, head.isEmpty()
                    ? new Words("冒号前面要写是谁说的", "who says it belongs before the colon")
                    : new Words("“" + head + "” 没有说话", "'" + head + "' says nothing"), Slips.FORM);
        }
        return speech(head, text, place);
    }

    private Optional<Step> speech(String head, String text, Place place) {
        String[] words = head.split("\\s+", 2);
        String first = words[0].toLowerCase(Locale.ROOT);
        if (first.equals("bot") && words.length == 1) {
            return Optional.of(new Step.Expects(Way.BOT, "", new Wording(text)));
        }
        if (WITH_SOMEBODY.contains(first)) {
            return withSomebody(first, words.length == 1 ? "" : words[1], text, place);
        }
        boolean robot = ROBOTS.contains(first);
        if (robot || (words.length > 1 && Nearest.to(first, COMMANDS).isPresent())) {
            return slips.line(place, new Words("看不懂 “" + head + "”", "'" + head + "' makes no sense"),
                    Nearest.help(robot ? "bot" : first, COMMANDS));
        }
        Matcher speaker = SPEAKER.matcher(head);
        return speaker.matches()
                ? Optional.of(new Step.Says(speaker.group(1), speaker.group(2) == null ? "" : speaker.group(2), text,
                        false))
                : unknown(place, head);
    }

    private Optional<Step> withSomebody(String command, String who, String text, Place place) {
        if (who.isEmpty() && !command.equals("task")) {
            String example = "\"09:00 " + command + " "
                    + (command.equals("tag") || command.equals("stage") ? "李雷" : "owner") + ": …\"";
            return slips.line(place,
                    new Words("“" + command + "” 后面要写是谁", "somebody has to be named behind '" + command + "'"),
                    new Words("例如 " + example, "such as " + example));
        }
        if (command.equals("desk")) {
            return Optional.of(new Step.Reports(who, text));
        }
        return Optional.of(command.equals("staff")
                ? new Step.Says(who, "", text, true)
                : new Step.Expects(Way.valueOf(command.toUpperCase(Locale.ROOT)), who, new Wording(text)));
    }

    private Optional<Step> unknown(Place place, String body) {
        String word = body.split("\\s+", 2)[0];
        Words help = Nearest.to(body, COMMANDS).or(() -> Nearest.to(word, COMMANDS))
                .map(name -> new Words("您是不是想写 “" + name + "”?", "did you mean '" + name + "'?"))
                .orElse(new Words("说话的人后面要有冒号," + Slips.FORM.zh(),
                        "a colon belongs behind who speaks, " + Slips.FORM.en()));
        return slips.line(place, new Words("看不懂这一行 “" + body + "”", "this line makes no sense: '" + body + "'"), help);
    }
}
