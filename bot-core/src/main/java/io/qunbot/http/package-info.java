/**
 * A small HTTP/1.1 server on Netty: routes, limits and time-outs. It knows no WeCom and no rule; a
 * handler gets a whole request on an event loop and answers from there, now or later.
 */
@NullMarked
package io.qunbot.http;

import org.jspecify.annotations.NullMarked;
