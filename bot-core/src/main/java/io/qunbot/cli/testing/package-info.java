/** How the results of tests are shown: to people, to tools, and as JUnit's XML. */
@NullMarked
package io.qunbot.cli.testing;

import org.jspecify.annotations.NullMarked;
