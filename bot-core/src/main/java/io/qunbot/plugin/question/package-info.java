/**
 * Questions of a conversation that wait for people, as a plugin remembers them and as reports read them. It knows
 * neither how long somebody may wait nor whom to tell.
 */
@NullMarked
package io.qunbot.plugin.question;

import org.jspecify.annotations.NullMarked;
