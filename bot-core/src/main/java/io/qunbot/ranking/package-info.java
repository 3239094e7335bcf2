/**
 * Ranks the questions of a catalogue for a message, with a confidence that means the same for ten questions and
 * for ten thousand. It knows words only: no chat, no settings and no files.
 */
@NullMarked
package io.qunbot.ranking;

import org.jspecify.annotations.NullMarked;
