@NullMarked
package io.qunbot.bot.evidence;

import org.jspecify.annotations.NullMarked;
