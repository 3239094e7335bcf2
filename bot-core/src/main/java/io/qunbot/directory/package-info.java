/**
 * Groups and their members: names, numbers, owners, how each came. It is told by events what changed, asks WeCom
 * through a port, keeps what it learnt in the store, and never lets a turn wait.
 */
@NullMarked
package io.qunbot.directory;

import org.jspecify.annotations.NullMarked;
