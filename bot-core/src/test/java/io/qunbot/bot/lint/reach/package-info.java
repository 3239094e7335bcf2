@NullMarked
package io.qunbot.bot.lint.reach;

import org.jspecify.annotations.NullMarked;
