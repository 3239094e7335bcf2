@NullMarked
package io.qunbot.bot.publish;

import org.jspecify.annotations.NullMarked;
