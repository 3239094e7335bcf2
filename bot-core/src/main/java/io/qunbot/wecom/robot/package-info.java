/**
 * Speaks through a group robot's webhook. It knows WxJava, which nothing else should have to, and
 * neither budgets nor retries: those are the outbox's.
 */
@NullMarked
package io.qunbot.wecom.robot;

import org.jspecify.annotations.NullMarked;
