/**
 * Watches how soon somebody takes up what customers ask: starts a clock, ends it, tells one colleague after the other
 * while it runs, and keeps the figures. Says nothing to members.
 */
@NullMarked
package io.qunbot.plugins.sla;

import org.jspecify.annotations.NullMarked;
