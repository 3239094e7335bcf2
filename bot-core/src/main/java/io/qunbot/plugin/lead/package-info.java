/**
 * What is kept of somebody who may become a customer, in one form, so that operators can read it without the plugin that
 * keeps it. Values only: it knows no plugin, decides nothing, and holds nobody's words.
 */
@NullMarked
package io.qunbot.plugin.lead;

import org.jspecify.annotations.NullMarked;
