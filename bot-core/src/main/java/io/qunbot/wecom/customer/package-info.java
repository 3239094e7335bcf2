/**
 * Customer groups, in which no bot can be a member: who is in them, what a colleague is asked to send there, and
 * what WeCom itself says to those who join. A task is never taken for something that was sent.
 */
@NullMarked
package io.qunbot.wecom.customer;

import org.jspecify.annotations.NullMarked;
