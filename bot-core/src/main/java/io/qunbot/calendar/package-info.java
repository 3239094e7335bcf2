/**
 * When things recur: weekdays, cron lines, holidays and make-up working days, as pure functions from one moment to the
 * next. It knows no clock and nothing of what happens at those times.
 */
@NullMarked
package io.qunbot.calendar;

import org.jspecify.annotations.NullMarked;
