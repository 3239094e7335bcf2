package io.qunbot.plugins.reply;

import io.qunbot.plugins.reply.faq.Catalogue.Guess;
import io.qunbot.plugins.reply.state.Offers.Choice;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The bot's own sentences. */
final class Wording {

    private Wording() {}

    /** To the asker: which of these? */
    static String offer(List<Choice> choices) {
        return "您是想问:\n" + IntStream.range(0, choices.size())
                .mapToObj(at -> (at + 1) + " " + choices.get(at).words()).collect(Collectors.joining("\n"));
    }

    /** To a colleague: somebody asked this, and it may be one of these. */
    static String staffOffer(String name, String quote, List<Guess> likely) {
        return name + " 问:" + quote + "\n机器人拿不准,没有回答。可能是:\n" + IntStream.range(0, likely.size())
                .mapToObj(at -> (at + 1) + " " + likely.get(at).question().words() + "("
                        + likely.get(at).question().name()
                        + "," + percent(likely.get(at).confidence()) + ")")
                .collect(Collectors.joining("\n"));
    }

    /** To the colleague who called an answer wrong. */
    static String corrected(String name) {
        return "记下了:这个问法以后不再用 " + name + " 回答。记下的都在:./qunbot unanswered --wrong";
    }

    static String percent(double confidence) {
        return Math.round(100 * confidence) + "%";
    }
}
