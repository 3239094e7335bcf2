/**
 * Keeps an eye on what looks like an advertisement: a colleague gets to know, once for a whole burst, and the bot does not
 * answer. It never speaks in the group, since WeCom lets nobody be muted or removed by a program; who does it again and
 * again is counted on the member's lane, in whichever groups it happens.
 */
@NullMarked
package io.qunbot.plugins.guard;

import org.jspecify.annotations.NullMarked;
