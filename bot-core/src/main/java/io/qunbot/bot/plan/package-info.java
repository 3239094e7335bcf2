/** What other rules would have made of the messages of the last weeks, before they take effect. */
@NullMarked
package io.qunbot.bot.plan;

import org.jspecify.annotations.NullMarked;
