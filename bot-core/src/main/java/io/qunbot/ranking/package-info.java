/**
 * The ranked question catalogue: which of many questions a message means, and how sure that is.
 * Lucene finds candidates by words, sound and meaning; an additive model over bounded features makes
 * of each a probability that is the same for ten questions and ten thousand. It knows no plugin, no
 * chat and no file of an operator.
 */
@NullMarked
package io.qunbot.ranking;

import org.jspecify.annotations.NullMarked;
