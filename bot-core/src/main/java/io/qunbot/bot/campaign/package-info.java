/**
 * Campaigns: the same words for each member of a segment, to themselves. Customers get them from the colleague who has
 * them, who confirms a task; members of the company from the app. What is begun is written first, so that nobody gets
 * anything twice and nobody is forgotten, whatever happens to the process.
 */
@NullMarked
package io.qunbot.bot.campaign;

import org.jspecify.annotations.NullMarked;
