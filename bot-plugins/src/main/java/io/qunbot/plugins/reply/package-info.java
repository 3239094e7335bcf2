/**
 * Answers what members say: by the operator's rules, and by a catalogue of questions where no rule applies. At
 * most one answer a message, always the same one, and silence whenever it is not sure what was meant or a
 * colleague is there to answer. It knows no other plugin.
 */
@NullMarked
package io.qunbot.plugins.reply;

import org.jspecify.annotations.NullMarked;
