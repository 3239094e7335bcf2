/**
 * Evidence and forgetting: keeps the chains of digests up to what was said, proves by them that nothing was changed,
 * and erases what somebody asks to be forgotten wherever it is written down. It knows no rules and says nothing.
 */
@NullMarked
package io.qunbot.bot.evidence;

import org.jspecify.annotations.NullMarked;
