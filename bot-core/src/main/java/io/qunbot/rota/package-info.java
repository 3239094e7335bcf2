/**
 * Who is on duty: an operator's rota, read from a file, and who has the duty at a given time, with handovers, fixed
 * shifts, swaps and leave. Pure: knows no clock, no profile and nothing of how anybody is told.
 */
@NullMarked
package io.qunbot.rota;

import org.jspecify.annotations.NullMarked;
