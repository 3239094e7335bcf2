/**
 * Threads that make rounds: they work, wait as long as there is nothing to do, and work again when they are called.
 * Knows nothing of the work.
 */
@NullMarked
package io.qunbot.bot.rounds;

import org.jspecify.annotations.NullMarked;
