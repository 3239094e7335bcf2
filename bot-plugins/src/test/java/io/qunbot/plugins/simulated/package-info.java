/** The official plugins and the shipped rules in chats as people see them, under virtual time. */
@NullMarked
package io.qunbot.plugins.simulated;

import org.jspecify.annotations.NullMarked;
