/**
 * Remembers who wants to be left alone. What that means is the core's affair: nothing that they did not ask for
 * names or addresses them any more.
 */
@NullMarked
package io.qunbot.plugins.optout;

import org.jspecify.annotations.NullMarked;
