/**
 * Roll-calls: who has done today what everybody wants to do, for how many days running, and who is missing. It knows
 * nothing of how messages travel, nor of the other plugins.
 */
@NullMarked
package io.qunbot.plugins.rollcall;

import org.jspecify.annotations.NullMarked;
