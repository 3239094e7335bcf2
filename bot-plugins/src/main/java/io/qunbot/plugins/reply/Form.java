package io.qunbot.plugins.reply;

/**
 * One way in which a keyword occurs: as written, as a synonym, or as it sounds.
 *
 * @param number in the index
 * @param sounds whether {@code text} is made of syllables and not of words
 */
record Form(int number, String text, boolean sounds) {}
