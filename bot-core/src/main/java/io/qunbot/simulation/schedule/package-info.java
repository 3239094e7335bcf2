/**
 * Looks ahead: lets a bot run under virtual time from where a real one is now, and tells what it said at which of its
 * rules' times, and why it was later or silent. It decides nothing itself.
 */
@NullMarked
package io.qunbot.simulation.schedule;

import org.jspecify.annotations.NullMarked;
