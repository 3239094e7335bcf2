/**
 * Measures answers: what the ranked questions make of messages of which it is known what they mean. The same
 * matcher as a bot's, without the bot.
 */
@NullMarked
package io.qunbot.cli.quality;

import org.jspecify.annotations.NullMarked;
