/**
 * Runs a turn: an event through the stages of its profile, one after another, each isolated from the
 * others. It decides nothing about threads, storage or delivery; what comes out is a decision.
 */
@NullMarked
package io.qunbot.pipeline;

import org.jspecify.annotations.NullMarked;
