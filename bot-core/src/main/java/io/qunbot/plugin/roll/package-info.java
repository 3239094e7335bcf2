/**
 * Lists of people that plugins keep for a conversation: on pages, so that no message rewrites a long list; in one form,
 * so that operators can read every such list without the plugin that keeps it. It knows no plugin.
 */
@NullMarked
package io.qunbot.plugin.roll;

import org.jspecify.annotations.NullMarked;
