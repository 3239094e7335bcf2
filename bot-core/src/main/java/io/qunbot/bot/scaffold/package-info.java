/** New homes, profiles and plugins: files to begin with, which pass every check as they are. */
@NullMarked
package io.qunbot.bot.scaffold;

import org.jspecify.annotations.NullMarked;
