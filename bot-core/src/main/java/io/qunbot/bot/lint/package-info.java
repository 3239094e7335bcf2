/**
 * What may surprise in rules that are not wrong: words to be careful with, texts that are too long, rules
 * that no test meets. It looks at what profiles say, and at what their stages find; it knows no plugin.
 */
@NullMarked
package io.qunbot.bot.lint;

import org.jspecify.annotations.NullMarked;
