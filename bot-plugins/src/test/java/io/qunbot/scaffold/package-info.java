/** What {@code qunbot new} writes is held against everything that a home, a profile and a plugin have to pass. */
@NullMarked
package io.qunbot.scaffold;

import org.jspecify.annotations.NullMarked;
