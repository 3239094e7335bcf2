/**
 * Welcomes people: those who join within a moment together, once. It knows how to greet and when,
 * and nothing of what else happens to newcomers.
 */
@NullMarked
package io.qunbot.plugins.welcome;

import org.jspecify.annotations.NullMarked;
