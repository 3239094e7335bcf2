/**
 * What brings the session archive in: pulled while a bot runs, or imported from files. What a message means is for
 * {@code wecom.archive}, where it is kept for {@code dispatch}.
 */
@NullMarked
package io.qunbot.bot.archive;

import org.jspecify.annotations.NullMarked;
