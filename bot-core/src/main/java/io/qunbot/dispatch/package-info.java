/**
 * From an accepted event to a committed turn: what came already, which lane it belongs to, whose thread
 * runs it, what is written with it and who is told afterwards. It knows no protocol and owns no clock.
 */
@NullMarked
package io.qunbot.dispatch;

import org.jspecify.annotations.NullMarked;
