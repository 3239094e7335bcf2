/**
 * All that a plugin author sees: an event comes in, a {@link io.qunbot.plugin.Reaction} goes out. A
 * stage has no clock, no thread, no network and no way to send; what it wants is an action.
 */
@NullMarked
package io.qunbot.plugin;

import org.jspecify.annotations.NullMarked;
