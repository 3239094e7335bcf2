/** The whole bot with the plugins that are shipped, against WeCom's stand-in. */
@NullMarked
package io.qunbot.plugins.whole;

import org.jspecify.annotations.NullMarked;
