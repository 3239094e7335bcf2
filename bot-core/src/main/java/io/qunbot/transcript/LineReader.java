package io.qunbot.transcript;

import io.qunbot.transcript.Step.Way;
import io.qunbot.transcript.form.Moment;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of one case, in order; every mistake is noted at its place. */
final class LineReader {

    private static final Pattern NO_TIME = Pattern
            .compile("[\\d\uFF10-\uFF19][\\d:\uFF1A./\u70B9\u65F6\u5206-]*(?=\\s|$)");
    private static final Pattern TIMED = Pattern
            .compile("(silence|skip|no\\s+(?:tell|tag|stage|lead|draft|task))\\b\\s*(.*)");
    private static final Pattern UNTIL = Pattern.compile("until\\s+(?=\\S)");
    private static final Pattern CLICKS = Pattern.compile("([^:\uFF1A]+?)\\s+clicks\\s+(\\S.*)");
    private static final Pattern NAMED = Pattern.compile("(rename|confirm|withdraw)\\s+(\\S.*)");
    private static final Pattern MOVES = Pattern.compile("in\\s+([^:\uFF1A]+)");

    private final Timeline time;
    private final Problems problems;
    private final Slips slips;
    private boolean somethingHappened;

    LineReader(LocalDateTime start, Problems problems) {
        this.time = new Timeline(start, problems);
        this.problems = problems;
        this.slips = new Slips(problems);
    }

    /** The line; empty when something in it is wrong. */
    Optional<Line> read(Located<String> located) {
        Written line = new Written(located.value().strip(), located.place());
        int before = problems.all().size();
        Optional<Moment.Found> moment = time.first(line, 0);
        if (problems.all().size() > before) {
            return Optional.empty();
        }
        Optional<LocalDateTime> at = moment.map(found -> time.go(found.moment(), line.part(0, found.end())));
        boolean precise = moment.filter(found -> found.moment().precise()).isPresent();
        Optional<Step> step = step(line, moment.map(found -> skipSpaces(line.text(), found.end())).orElse(0));
        somethingHappened |= step.filter(Step.Happening.class::isInstance).isPresent();
        return step.filter(_ -> problems.all().size() == before)
                .map(found -> new Line(at, precise, found, line.text(), line.place()));
    }

    private Optional<Step> step(Written line, int start) {
        String body = line.text().substring(start);
        Matcher noTime = NO_TIME.matcher(body);
        if (body.isEmpty()) {
            return slips.line(line.part(0, line.text().length()), new Words("这一行没有内容", "this line says nothing"),
                    Slips.FORM);
        }
        if (noTime.lookingAt()) {
            return slips.time(line.part(start, start + noTime.end()));
        }
        return NamesReader.isMeant(body) ? new NamesReader(slips).read(line, start) : command(line, start, body);
    }

    private Optional<Step> command(Written line, int start, String body) {
        Matcher timed = TIMED.matcher(body);
        if (timed.matches()) {
            return timed(line, timed.group(1).replaceAll("\\s+", " "), start + timed.start(2));
        }
        return switch (body) {
            case "redeliver" -> somethingHappened
                    ? Optional.of(new Step.Redelivers())
                    : slips.nothingBefore(line.place());
            case "restart" -> Optional.of(new Step.Restarts());
            case "reload" -> Optional.of(new Step.Reloads());
            default -> named(body).or(() -> new SpeechReader(slips).read(line, start));
        };
    }

    /** What somebody does without saying a word. */
    private static Optional<Step> named(String body) {
        Matcher clicks = CLICKS.matcher(body);
        Matcher named = NAMED.matcher(body);
        Matcher moves = MOVES.matcher(body);
        if (moves.matches()) {
            return Optional.of(new Step.Moves(moves.group(1).strip()));
        }
        if (clicks.matches()) {
            return Optional.of(new Step.Clicks(clicks.group(1), clicks.group(2)));
        }
        if (!named.matches()) {
            return Optional.empty();
        }
        String whom = named.group(2);
        return Optional.of(switch (named.group(1)) {
            case "rename" -> new Step.Renames(whom);
            case "confirm" -> new Step.Confirms(whom);
            default -> new Step.Expects(Way.WITHDRAW, whom, Wording.ANYTHING);
        });
    }

    /** {@code silence until 09:05} and the like. */
    private Optional<Step> timed(Written line, String command, int from) {
        int end = line.text().length();
        if (from == end) {
            return command.equals("skip")
                    ? slips.line(line.place(), new Words("skip 后面要写到什么时候", "skip needs a time"),
                            new Words("例如 skip until 12-10 14:59", "such as skip until 12-10 14:59"))
                    : Optional.of(lasting(command, Optional.empty()));
        }
        Matcher word = UNTIL.matcher(line.text()).region(from, end);
        return word.lookingAt()
                ? until(line, word.end()).map(until -> lasting(command, Optional.of(until)))
                : slips.line(line.part(from, end),
                        new Words("“" + command + "” 后面只能写 until 和时间",
                                "only 'until' and a time can follow '" + command + "'"),
                        new Words("例如 " + command + " until 09:05", "such as " + command + " until 09:05"));
    }

    private Optional<LocalDateTime> until(Written line, int from) {
        Place place = line.part(from, line.text().length());
        int before = problems.all().size();
        Optional<Moment.Found> moment = time.first(line, from);
        if (moment.filter(found -> from + found.end() == line.text().length()).isPresent()) {
            return moment.map(found -> time.go(found.moment(), place));
        }
        return problems.all().size() > before ? Optional.empty() : slips.time(place);
    }

    private static Step lasting(String command, Optional<LocalDateTime> until) {
        return switch (command) {
            case "silence" -> new Step.Silence(until);
            case "skip" -> new Step.Skips(until.orElseThrow());
            default -> new Step.Without(Way.valueOf(command.substring("no ".length()).toUpperCase(Locale.ROOT)), until);
        };
    }

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
