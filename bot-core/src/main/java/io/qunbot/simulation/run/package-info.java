/**
 * Runs transcripts on virtual bots: each case alone, strictly, and with a readable account of what happened. It knows
 * no terminal and no format of reports.
 */
@NullMarked
package io.qunbot.simulation.run;

import org.jspecify.annotations.NullMarked;
