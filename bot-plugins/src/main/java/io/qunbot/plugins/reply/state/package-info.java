/**
 * What the plugin remembers of conversations: answers that wait, offers that are open, answers given and those
 * that colleagues called wrong. Each type owns its keys in the memory; none decides what is said.
 */
@NullMarked
package io.qunbot.plugins.reply.state;

import org.jspecify.annotations.NullMarked;
