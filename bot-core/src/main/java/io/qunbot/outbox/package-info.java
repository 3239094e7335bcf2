/**
 * Delivers what turns decided and could not answer at once: each of the words ends in an outcome that
 * says what became of it. It decides neither what is said nor where.
 */
@NullMarked
package io.qunbot.outbox;

import org.jspecify.annotations.NullMarked;
