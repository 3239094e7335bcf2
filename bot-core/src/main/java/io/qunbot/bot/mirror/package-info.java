/**
 * Keeps tags of members and WeCom's corp tags equal where a family says so: what has to be done on which side, and the
 * thread that does it at a pace that WeCom takes. What both sides agreed upon is in the store, so a restart goes on.
 */
@NullMarked
package io.qunbot.bot.mirror;

import org.jspecify.annotations.NullMarked;
