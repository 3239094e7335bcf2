/**
 * Sign-ups for events and appointments: who comes, who waits, what they were asked, and what follows at the date. It
 * knows nothing of how messages travel, nor of the other plugins.
 */
@NullMarked
package io.qunbot.plugins.signup;

import org.jspecify.annotations.NullMarked;
