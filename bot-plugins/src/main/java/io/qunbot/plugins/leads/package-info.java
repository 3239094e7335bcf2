/**
 * Adds up what members do until somebody is worth a colleague's time, and hands them over once, with what speaks for
 * them. The lead itself lives on the member's lane, whose turn it is on the profile's. It knows of no other plugin: tags
 * and {@code Attested} tell it what happened.
 */
@NullMarked
package io.qunbot.plugins.leads;

import org.jspecify.annotations.NullMarked;
