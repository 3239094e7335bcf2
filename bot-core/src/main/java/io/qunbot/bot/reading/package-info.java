/**
 * Where people read the archive: nothing is shown before it is written down who looks for what, and without what its
 * profile hides being hidden. It knows no command line.
 */
@NullMarked
package io.qunbot.bot.reading;

import org.jspecify.annotations.NullMarked;
