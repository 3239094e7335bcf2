/**
 * What a rule or a question of a catalogue does once it is meant: what it says, whom it tells, which tags it puts
 * on, and where and when it may. It does not know how the message was found to mean it.
 */
@NullMarked
package io.qunbot.plugins.reply.effect;

import org.jspecify.annotations.NullMarked;
