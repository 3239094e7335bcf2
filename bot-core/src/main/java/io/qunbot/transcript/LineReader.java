package io.qunbot.transcript;

import io.qunbot.transcript.Step.Way;
import io.qunbot.transcript.form.Moment;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of one case, in order; every mistake is noted at its place. */
final class LineReader {

    private static final Pattern NO_TIME = Pattern
            .compile("[\\d\uFF10-\uFF19][\\d:\uFF1A./\u70B9\u65F6\u5206-]*(?=\\s|$)");
    private static final Pattern TIMED = Pattern.compile("(silence|skip|no\\s+(?:tell|tag|draft|task))\\b\\s*(.*)");
    private static final Pattern UNTIL = Pattern.compile("until\\s+(?=\\S)");
    private static final Pattern CLICKS = Pattern.compile("([^:\uFF1A]+?)\\s+clicks\\s+(\\S.*)");
    private static final Pattern NAMED = Pattern.compile("(rename|confirm|withdraw)\\s+(\\S.*)");
    private static final Pattern SPEAKER = Pattern.compile("(\\S.*?)(?:\\s*\\[([^\\]]+)])?");
    private static final Pattern COLON = Pattern.compile("[:\uFF1A]");
    private static final Words FORM = new Words("例如 \"09:00 李雷: 发票怎么开?\"、\"09:01 bot: *开票*\"、silence until 09:05",
            "such as \"09:00 李雷: …\", \"09:01 bot: *…*\", silence until 09:05");
    private static final List<String> COMMANDS = List.of("bot", "staff", "silence", "silence until", "skip until",
            "no tell", "no draft", "no task", "tell", "tag", "draft", "task", "redeliver", "restart", "reload",
            "rename", "clicks", "confirm", "withdraw");
    private static final List<String> WITH_SOMEBODY = List.of("staff", "tell", "tag", "draft", "task");
    private static final List<String> ROBOTS = List.of("机器人", "robot", "bots");

    private final Timeline time;
    private final Problems problems;
    private boolean somethingHappened;

    LineReader(LocalDateTime start, Problems problems) {
        this.time = new Timeline(start, problems);
        this.problems = problems;
    }

    /** The line; empty when something in it is wrong. */
    Optional<Line> read(Located<String> located) {
        Written line = new Written(located.value().strip(), located.place());
        Problems before = new Problems();
        before.addAll(problems);
        int start = 0;
        Optional<Moment.Found> moment = time.first(line, 0);
        Optional<LocalDateTime> at = Optional.empty();
        if (moment.isPresent()) {
            at = Optional.of(time.go(moment.get().moment(), line.part(0, moment.get().end())));
            start = skipSpaces(line.text(), moment.get().end());
        } else if (problems.all().size() > before.all().size()) {
            return Optional.empty();
        }
        Optional<LocalDateTime> when = at;
        boolean precise = moment.filter(found -> found.moment().precise()).isPresent();
        Optional<Step> step = step(line, start);
        return problems.all().size() > before.all().size()
                ? Optional.empty()
                : step.map(found -> new Line(when, precise, found, line.text(), line.place()));
    }

    private Optional<Step> step(Written line, int start) {
        String body = line.text().substring(start);
        Matcher noTime = NO_TIME.matcher(body);
        if (body.isEmpty()) {
            return wrong(line.part(0, line.text().length()), new Words("这一行没有内容", "this line says nothing"), FORM);
        }
        if (noTime.lookingAt()) {
            time.badTime(line.part(start, start + noTime.end()));
            return Optional.empty();
        }
        return switch (body.charAt(0)) {
            case '+', '\uFF0B' -> names(line, start).map(Step.Joins::new);
            case '-', '\uFF0D', '\u2212' -> names(line, start).map(Step.Leaves::new);
            default -> command(line, start, body);
        };
    }

    private Optional<Step> command(Written line, int start, String body) {
        Matcher timed = TIMED.matcher(body);
        if (timed.matches()) {
            return timed(line, timed.group(1).replaceAll("\\s+", " "), start + timed.start(2));
        }
        switch (body) {
            case "redeliver" -> {
                return redeliver(line);
            }
            case "restart" -> {
                return Optional.of(new Step.Restarts());
            }
            case "reload" -> {
                return Optional.of(new Step.Reloads());
            }
            default -> {
                // is more than a word
            }
        }
        Matcher clicks = CLICKS.matcher(body);
        if (clicks.matches()) {
            return happens(new Step.Clicks(clicks.group(1), clicks.group(2)));
        }
        Matcher named = NAMED.matcher(body);
        if (named.matches()) {
            return named.group(1).equals("rename")
                    ? happens(new Step.Renames(named.group(2)))
                    : Optional.of(new Step.Planned(named.group(1)));
        }
        return speech(line, start, body);
    }

    private Optional<Step> redeliver(Written line) {
        if (somethingHappened) {
            return Optional.of(new Step.Redelivers());
        }
        problems.error(TranscriptCode.NOTHING_BEFORE.id(), line.place(), TranscriptCode.NOTHING_BEFORE.description(),
                new Words("把它放在一条消息或一次进群的后面", "put it behind a message or a join"));
        return Optional.empty();
    }

    private Optional<Step> happens(Step.Happening step) {
        somethingHappened = true;
        return Optional.of(step);
    }

    private Optional<Step> timed(Written line, String command, int from) {
        Optional<LocalDateTime> until = Optional.empty();
        if (from < line.text().length()) {
            Matcher word = UNTIL.matcher(line.text()).region(from, line.text().length());
            Place rest = line.part(from, line.text().length());
            if (!word.lookingAt()) {
                return wrong(rest, new Words("“" + command + "” 后面只能写 until 和时间", "only 'until' and a time can follow '"
                        + command + "'"),
                        new Words("例如 " + command + " until 09:05", "such as " + command + " until 09:05"));
            }
            Optional<Moment.Found> moment = time.first(line, word.end());
            if (moment.isEmpty() || word.end() + moment.get().end() < line.text().length()) {
                time.badTime(line.part(word.end(), line.text().length()));
                return Optional.empty();
            }
            until = Optional.of(time.go(moment.get().moment(), line.part(word.end(), line.text().length())));
        }
        if (command.equals("skip")) {
            return until.isPresent()
                    ? Optional.of(new Step.Skips(until.get()))
                    : wrong(line.place(), new Words("skip 后面要写到什么时候", "skip needs a time"),
                            new Words("例如 skip until 12-10 14:59", "such as skip until 12-10 14:59"));
        }
        return Optional.of(command.equals("silence")
                ? new Step.Silence(until)
                : new Step.Without(way(command.substring("no ".length())), until));
    }

    private static Way way(String word) {
        return Way.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** {@code +王五, +赵六} or {@code -王五}. */
    private Optional<List<String>> names(Written line, int start) {
        String body = line.text().substring(start);
        char sign = body.charAt(0);
        List<String> names = new ArrayList<>();
        for (String part : body.split("[,\uFF0C\u3001]", -1)) {
            String name = part.strip();
            boolean signed = !name.isEmpty() && "+-\uFF0B\uFF0D\u2212".indexOf(name.charAt(0)) >= 0;
            if (signed && name.charAt(0) != sign) {
                problems.error(TranscriptCode.LINE.id(), line.part(start, line.text().length()),
                        new Words("进群和离开不能写在一行", "joining and leaving do not go into one line"),
                        new Words("写成两行", "write two lines"));
                return Optional.empty();
            }
            names.add(signed ? name.substring(1).strip() : name);
        }
        if (names.stream().anyMatch(name -> name.isEmpty() || COLON.matcher(name).find())) {
            problems.error(TranscriptCode.LINE.id(), line.part(start, line.text().length()),
                    new Words("这里要写谁进群或离开", "who joins or leaves belongs here"),
                    new Words("例如 \"09:00 +王五, +赵六\" 或 \"09:00 -王五\"", "such as \"09:00 +王五, +赵六\" or \"09:00 -王五\""));
            return Optional.empty();
        }
        somethingHappened = true;
        return Optional.of(names);
    }

    /** Who says what, or what is expected. */
    private Optional<Step> speech(Written line, int start, String body) {
        Matcher colon = COLON.matcher(body);
        if (!colon.find()) {
            return unknown(line, start, body);
        }
        String head = body.substring(0, colon.start()).strip();
        String text = body.substring(colon.end()).strip();
        Place headPlace = line.part(start, start + Math.max(1, colon.start()));
        if (head.isEmpty() || text.isEmpty()) {
            return wrong(headPlace, head.isEmpty()
                    ? new Words("冒号前面要写是谁说的", "who says it belongs before the colon")
                    : new Words("“" + head + "” 没有说话", "'" + head + "' says nothing"), FORM);
        }
        String[] words = head.split("\\s+", 2);
        String first = words[0].toLowerCase(Locale.ROOT);
        if (first.equals("bot") && words.length == 1) {
            return Optional.of(new Step.Expects(Way.BOT, "", new Wording(text)));
        }
        if (WITH_SOMEBODY.contains(first)) {
            return withSomebody(first, words, text, headPlace);
        }
        Optional<String> meant = words.length > 1 ? Nearest.to(first, COMMANDS) : Optional.empty();
        if (meant.isPresent() || ROBOTS.contains(first)) {
            return wrong(headPlace, new Words("看不懂 “" + head + "”", "'" + head + "' makes no sense"),
                    Nearest.help(ROBOTS.contains(first) ? "bot" : first, COMMANDS));
        }
        Matcher speaker = SPEAKER.matcher(head);
        return speaker.matches()
                ? happens(
                        new Step.Says(speaker.group(1), speaker.group(2) == null ? "" : speaker.group(2), text, false))
                : unknown(line, start, body);
    }

    private Optional<Step> withSomebody(String command, String[] words, String text, Place place) {
        if (words.length == 1 && !command.equals("task")) {
            return wrong(place,
                    new Words("“" + command + "” 后面要写是谁", "somebody has to be named behind '" + command + "'"),
                    new Words("例如 \"09:00 " + command + " " + (command.equals("tag") ? "李雷" : "owner") + ": …\"",
                            "such as \"09:00 " + command + " " + (command.equals("tag") ? "李雷" : "owner") + ": …\""));
        }
        String who = words.length == 1 ? "" : words[1];
        return command.equals("staff")
                ? happens(new Step.Says(who, "", text, true))
                : Optional.of(new Step.Expects(way(command), who, new Wording(text)));
    }

    private Optional<Step> unknown(Written line, int start, String body) {
        String word = body.split("\\s+", 2)[0];
        Optional<String> meant = Nearest.to(body, COMMANDS).or(() -> Nearest.to(word, COMMANDS));
        return wrong(line.part(start, line.text().length()),
                new Words("看不懂这一行 “" + body + "”", "this line makes no sense: '" + body + "'"),
                meant.map(name -> new Words("您是不是想写 “" + name + "”?", "did you mean '" + name + "'?"))
                        .orElse(new Words("说话的人后面要有冒号," + FORM.zh(),
                                "a colon belongs behind who speaks, " + FORM.en())));
    }

    private Optional<Step> wrong(Place place, Words message, Words help) {
        problems.error(TranscriptCode.LINE.id(), place, message, help);
        return Optional.empty();
    }

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
