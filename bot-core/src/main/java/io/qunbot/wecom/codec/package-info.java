/**
 * The WeCom protocol as functions: callbacks in, events out; words in, encrypted answers out. It
 * trusts no byte before the signature, throws nothing at whoever sends it rubbish, and knows no
 * socket, no thread and no clock.
 */
@NullMarked
package io.qunbot.wecom.codec;

import org.jspecify.annotations.NullMarked;
