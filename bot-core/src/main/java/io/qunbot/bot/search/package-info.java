/**
 * Searching what was said: keeps the index up to what is in the store, looks whether candidates really contain the
 * words, and shows them as people read them.
 */
@NullMarked
package io.qunbot.bot.search;

import org.jspecify.annotations.NullMarked;
