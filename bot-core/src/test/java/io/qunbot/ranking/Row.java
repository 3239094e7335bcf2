package io.qunbot.ranking;

/**
 * A message beside one entry, as the model learns from it.
 *
 * @param set which data set
 * @param query unique to a message beside one catalogue
 * @param kind of the message, such as {@code chat}
 * @param right whether this entry is the right one
 */
record Row(String set, String size, int query, String kind, boolean right, Features features) {}
