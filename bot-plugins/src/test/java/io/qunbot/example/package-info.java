/** The plugin that docs/plugins.md shows; its code there is this code. */
@NullMarked
package io.qunbot.example;

import org.jspecify.annotations.NullMarked;
