/**
 * Who agreed that what they say is archived, and what becomes of the words of those who did not: known before anything
 * is written, since the journal is append-only.
 */
@NullMarked
package io.qunbot.bot.archive.consent;

import org.jspecify.annotations.NullMarked;
