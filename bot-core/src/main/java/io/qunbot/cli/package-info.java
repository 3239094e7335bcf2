/**
 * The command line: {@code qunbot …}. Results go to stdout, everything else to stderr; the exit codes
 * are part of the interface.
 */
@NullMarked
package io.qunbot.cli;

import org.jspecify.annotations.NullMarked;
