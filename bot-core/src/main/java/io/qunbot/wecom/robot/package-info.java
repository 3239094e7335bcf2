/**
 * Speaks through a group robot's webhook. It knows the forms of its messages, and
 * neither budgets nor retries: those are the outbox's.
 */
@NullMarked
package io.qunbot.wecom.robot;

import org.jspecify.annotations.NullMarked;
