/**
 * Keeps at which stage of their life as a customer a member is, on the member's lane: how it moves on by tags, points and
 * deals, and who is asked before it goes back. It knows of no other plugin: tags, {@code Attested} and {@code Known} tell
 * it what happened, and everybody reads the stage from {@code Person}.
 */
@NullMarked
package io.qunbot.plugins.lifecycle;

import org.jspecify.annotations.NullMarked;
