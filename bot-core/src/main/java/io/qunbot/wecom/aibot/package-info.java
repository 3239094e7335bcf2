/**
 * Hears and speaks as an intelligent robot: on the long connection, which needs no public address, and by the
 * addresses that callbacks name. It knows neither budgets nor how often something is tried: those are the outbox's.
 */
@NullMarked
package io.qunbot.wecom.aibot;

import org.jspecify.annotations.NullMarked;
