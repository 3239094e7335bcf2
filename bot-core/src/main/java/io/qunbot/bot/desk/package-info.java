/**
 * What colleagues have to do and say about the bot's words: the list of it, and the words and buttons by which they
 * take things up, judge them, and tell the bot to be quiet.
 */
@NullMarked
package io.qunbot.bot.desk;

import org.jspecify.annotations.NullMarked;
