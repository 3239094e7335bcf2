/**
 * The running bot: reads config/, wires the rooms of the house by constructor, owns threads, the real
 * clock and the watchdog; start, reload, close, and the admin API. The only place that knows what time
 * it is.
 */
@NullMarked
package io.qunbot.bot;

import org.jspecify.annotations.NullMarked;
