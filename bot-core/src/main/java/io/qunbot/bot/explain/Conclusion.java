package io.qunbot.bot.explain;

import io.qunbot.bot.explain.Explanation.Answer;
import io.qunbot.bot.explain.Explanation.Said;
import io.qunbot.pipeline.TraceLine;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the one reason that counts most among all that was found. */
final class Conclusion {

    private final List<TraceLine> lines;
    private final List<Said> said;

    Conclusion(List<TraceLine> lines, List<Said> said) {
        this.lines = lines;
        this.said = said;
    }

    Answer answer() {
        List<Said> words = said.stream().filter(each -> each.to().isEmpty()).toList();
        Optional<Said> heard = words.stream().filter(each -> !each.isLost()).findFirst();
        if (barredByCore().isPresent()) {
            return silence(barredByCore().get());
        }
        return heard.map(this::speech).or(() -> words.stream().findFirst().map(this::lost)).orElseGet(this::silence);
    }

    private Answer speech(Said words) {
        String rule = words.rule().substring(words.rule().indexOf('/') + 1);
        Optional<TraceLine> named = first(line -> acts(line) && line.rule().equals(rule));
        return named.or(() -> first(Conclusion::acts)).map(line -> answer(false, line, because(line)))
                .orElseGet(() -> new Answer(false, rule, "", "", words.rule() + " 说的", "said by " + words.rule()));
    }

    private static Words because(TraceLine line) {
        return new Words(name(line, "", ":") + line.zh(), name(line, "", ": ") + line.en());
    }

    private static String name(TraceLine line, String before, String after) {
        return line.rule().isEmpty() ? "" : before + line.rule() + after;
    }

    /** There were words, and nobody got them. */
    private Answer lost(Said words) {
        String[] reason = both(words.reason());
        boolean watched = words.outcome().equals("WATCHED");
        String zh = watched ? "这份配置的 mode 是 watch,只记录本来会说什么" : reason[0];
        String en = watched ? "the profile's mode is watch: it only records what it would say" : reason[1];
        Optional<TraceLine> mode = first(line -> line.rule().equals("mode"));
        Optional<TraceLine> rule = watched ? mode : first(Conclusion::acts);
        return new Answer(true, rule.map(TraceLine::rule).orElse(""), rule.map(TraceLine::place).orElse(""), "",
                "有话要说,没有发出去(" + words.outcome() + "):" + zh, "there were words, and they did not leave ("
                        + words.outcome() + "): " + en);
    }

    /** Reasons of outcomes are written in both languages, the English one in brackets. */
    private static String[] both(String reason) {
        int open = reason.lastIndexOf(" (");
        return open < 0
                ? new String[]{reason, reason}
                : new String[]{reason.substring(0, open), reason.substring(open + 2).replaceFirst("\\)$", "")};
    }

    private Answer silence() {
        return first(TraceLine::isFailure).or(this::waits).or(this::decisive).map(Conclusion::silence)
                .orElseGet(this::nothing);
    }

    private Optional<TraceLine> barredByCore() {
        return first(line -> line.stage().equals(TraceLine.CORE) && line.is(Kind.BARRED));
    }

    private static Answer silence(TraceLine line) {
        return answer(true, line, because(line));
    }

    /** It may still come, unless it is known how it ended. */
    private Optional<TraceLine> waits() {
        boolean over = lines.stream().anyMatch(line -> !line.about().isEmpty() && line.is(Kind.REFUSED));
        return over
                ? first(line -> !line.about().isEmpty() && line.is(Kind.REFUSED))
                : first(line -> line.is(Kind.WAITS));
    }

    private Optional<TraceLine> decisive() {
        return first(line -> line.is(Kind.REFUSED) || acts(line)).or(() -> first(line -> line.is(Kind.BARRED)));
    }

    private static boolean acts(TraceLine line) {
        return line.is(Kind.ACTS) || line.is(Kind.WAITS);
    }

    /** Nothing matched: what came nearest is the best there is to say, or that nobody looked. */
    private Answer nothing() {
        boolean unseen = lines.stream().allMatch(line -> line.stage().equals(TraceLine.CORE));
        Optional<TraceLine> unclaimed = first(line -> unseen && line.rule().equals("groups"));
        if (unclaimed.isPresent()) {
            return silence(unclaimed.get());
        }
        Optional<TraceLine> missed = first(line -> line.is(Kind.MISSED));
        Optional<TraceLine> unsure = first(line -> line.is(Kind.UNSURE));
        Words words = new Words(
                "没有规则对上" + missed.map(line -> ";最接近的 " + because(line).zh()).orElse("")
                        + unsure.map(line -> ";问答 " + because(line).zh()).orElse(""),
                "no rule matches" + missed.map(line -> "; the nearest is " + because(line).en()).orElse("")
                        + unsure.map(line -> "; catalogue: " + because(line).en()).orElse(""));
        return Stream.of(missed, unsure).flatMap(Optional::stream).findFirst()
                .map(line -> answer(true, line, words))
                .orElseGet(() -> new Answer(true, "", "", "", words.zh(), words.en()));
    }

    private static Answer answer(boolean silent, TraceLine line, Words words) {
        return new Answer(silent, line.rule(), line.place(), line.cause(), words.zh(), words.en());
    }

    private Optional<TraceLine> first(Predicate<TraceLine> wanted) {
        return lines.stream().filter(wanted).findFirst();
    }
}
