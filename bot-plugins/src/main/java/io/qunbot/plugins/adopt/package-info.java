/**
 * Reminds a colleague once a day of the groups that no profile asks for. Groups only say that they are there; the lane of the
 * profile keeps the time, asks the core which groups are unclaimed just then, and tells it in one message.
 */
@NullMarked
package io.qunbot.plugins.adopt;

import org.jspecify.annotations.NullMarked;
