/**
 * Stand-ins of WeCom on loopback that speak its real protocols: they take what WeCom takes, refuse what it
 * refuses, fail on demand and keep a record of what they received. They know nothing of the bot.
 */
@NullMarked
package io.qunbot.simulation.standin;

import org.jspecify.annotations.NullMarked;
