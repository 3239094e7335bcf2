/**
 * The plugin {@code campaigns}: says who gets what and when, each by themselves. The core makes the list when it is
 * time, has colleagues asked, and follows what they do. It knows no other plugin.
 */
@NullMarked
package io.qunbot.plugins.campaigns;

import org.jspecify.annotations.NullMarked;
