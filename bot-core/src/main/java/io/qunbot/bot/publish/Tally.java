package io.qunbot.bot.publish;

/**
 * What became of the messages that a version heard.
 *
 * @param messages how many; {@code answered} those to which something was said, {@code silent} the others
 * @param failures of plugins
 */
public record Tally(long messages, long answered, long silent, long failures) {

    public static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Tally more) {
        return new Tally(messages + more.messages, answered + more.answered, silent + more.silent,
                failures + more.failures);
    }
}
