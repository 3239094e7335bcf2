package io.qunbot.bot.desk;

import io.qunbot.chat.Event;
import io.qunbot.chat.Verdict;
import io.qunbot.plugin.Answer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What colleagues say to the bot itself. */
sealed interface DeskCommand {

    /** Be quiet in this conversation for a while. */
    record Quiet() implements DeskCommand {}

    /** Go on. */
    record Resume() implements DeskCommand {}

    /** What is there to do? */
    record Show() implements DeskCommand {}

    /** Who is on duty? */
    record OnDuty() implements DeskCommand {}

    /**
     * What became of words, or what is thought of them.
     *
     * @param words their number; empty for all that the colleague has before them
     */
    record Judging(Verdict verdict, OptionalLong words, String note) implements DeskCommand {}

    Pattern HUSH = Pattern.compile("(?:@\\S+\\s+)?(小助手|群助手|机器人|助手|bot)?[,,\\s]*(停|停一下|安静|别说了|stop|继续|resume)[。!!]?");
    Pattern JUDGE = Pattern.compile("(用了|改了|不对|对|接了|退回)\\s*#?(\\d{1,18})?(?:\\s*[::,,]?\\s*(\\S.*))?");
    /** A card is named by the number of its words, and by what makes it another one with a new data folder. */
    Pattern CARD = Pattern.compile("(\\d{1,18})-[0-9a-f]{1,8}(?:-\\d{1,4})?");
    /** What needs no number: all that the colleague has, or the only one. */
    Set<String> UNNUMBERED = Set.of("接了", "退回");
    /** What the buttons of the list say when they are pressed. */
    String SHOW = "show";
    String TAKE_ALL = "take-all";
    int LONGEST = 200;

    /** What a colleague wants of the bot; empty when it is for others. */
    static Optional<DeskCommand> of(Event event, boolean alone) {
        return switch (event) {
            case Event.Said said -> of(said.content().words().strip(), alone, said.mentioned());
            case Event.Clicked clicked -> clicked(clicked.key(), clicked.task());
            default -> Optional.empty();
        };
    }

    private static Optional<DeskCommand> of(String text, boolean alone, boolean mentioned) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return alone ? alone(text) : hush(text, mentioned);
    }

    private static Optional<DeskCommand> hush(String text, boolean mentioned) {
        Matcher hush = HUSH.matcher(text);
        if (!hush.matches() || (hush.group(1) == null && !mentioned)) {
            return Optional.empty();
        }
        boolean resume = hush.group(2).equals("继续") || hush.group(2).equals("resume");
        return Optional.of(resume ? new Resume() : new Quiet());
    }

    private static Optional<DeskCommand> alone(String text) {
        if (text.equals("待办") || text.equals("desk")) {
            return Optional.of(new Show());
        }
        if (text.equals("值班") || text.equals("谁值班") || text.equals("rota")) {
            return Optional.of(new OnDuty());
        }
        Matcher judge = JUDGE.matcher(text);
        if (!judge.matches() || (judge.group(2) == null && !UNNUMBERED.contains(judge.group(1)))) {
            return Optional.empty();
        }
        OptionalLong words = judge.group(2) == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(judge.group(2)));
        String note = judge.group(3) == null ? "" : judge.group(3).strip();
        return Verdict.of(judge.group(1)).map(verdict -> new Judging(verdict, words, note));
    }

    private static Optional<DeskCommand> clicked(String key, String task) {
        Matcher words = CARD.matcher(task);
        if (words.matches() && key.equals(SHOW)) {
            return Optional.of(new Show());
        }
        if (words.matches() && key.equals(TAKE_ALL)) {
            return Optional.of(new Judging(Verdict.TAKEN, OptionalLong.empty(), ""));
        }
        return words.matches() ? judged(key, Long.parseLong(words.group(1))) : Optional.empty();
    }

    /** A button may say why, too. */
    private static Optional<DeskCommand> judged(String key, long words) {
        int colon = key.indexOf(Answer.WHY);
        return Verdict.of(colon < 0 ? key : key.substring(0, colon)).map(verdict -> new Judging(verdict,
                OptionalLong.of(words), colon < 0 ? "" : key.substring(colon + 1)));
    }
}
