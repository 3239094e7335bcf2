/**
 * The world outside, by hand: what WeCom does and what people say, for tests, for load and for the
 * commands that try things out. Nothing that serves real groups may use it.
 */
@NullMarked
package io.qunbot.simulation;

import org.jspecify.annotations.NullMarked;
