/**
 * Finds what was said: an index of single characters and pairs beside the store, which names candidates, newest first.
 * It holds no words that could be read, decides nothing, and can be thrown away and made again.
 */
@NullMarked
package io.qunbot.search;

import org.jspecify.annotations.NullMarked;
