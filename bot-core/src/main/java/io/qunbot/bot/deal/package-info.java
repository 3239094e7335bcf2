/**
 * Deals: what became of customers, as colleagues, other programs and operators say it. What is said goes to the member's
 * lane, where whoever follows the member makes something of it; here nothing is decided.
 */
@NullMarked
package io.qunbot.bot.deal;

import org.jspecify.annotations.NullMarked;
