/**
 * Why the bot spoke or kept quiet: what would come of a message now, and what came of those that were dealt with.
 * One explanation is made for people, for tools and for a colleague who asks in a chat. It decides nothing itself:
 * what stages found out is asked of the stages.
 */
@NullMarked
package io.qunbot.bot.explain;

import org.jspecify.annotations.NullMarked;
