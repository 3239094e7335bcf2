/**
 * Speaks as a self-built app: to colleagues, in the groups that it created, and in customer groups by a task that
 * the owner confirms. It neither retries nor counts: those are the outbox's.
 */
@NullMarked
package io.qunbot.wecom.app;

import org.jspecify.annotations.NullMarked;
