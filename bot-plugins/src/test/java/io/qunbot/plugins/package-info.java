/** Stand-ins for the bot, with which the tests of the plugins drive a stage by hand. */
@NullMarked
package io.qunbot.plugins;

import org.jspecify.annotations.NullMarked;
