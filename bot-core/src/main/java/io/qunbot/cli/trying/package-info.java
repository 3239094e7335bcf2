/** A chat in the terminal with a virtual bot: what is typed, what is shown, and how it becomes a test. */
@NullMarked
package io.qunbot.cli.trying;

import org.jspecify.annotations.NullMarked;
