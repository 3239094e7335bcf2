/** Load programs that need the official plugins. Run by hand or by scripts. */
@NullMarked
package io.qunbot.load;

import org.jspecify.annotations.NullMarked;
