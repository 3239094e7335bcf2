/**
 * Rules that can never fire, or whose words can never leave, where their groups live. It compares what plugins say
 * they do with what the configured channels can; it knows no plugin and no WeCom beyond {@code chat.Capabilities}.
 */
@NullMarked
package io.qunbot.bot.lint.reach;

import org.jspecify.annotations.NullMarked;
