/** Load programs: what a message costs, and what a kill in the middle of it leaves. Run by hand or by scripts. */
@NullMarked
package io.qunbot.load;

import org.jspecify.annotations.NullMarked;
