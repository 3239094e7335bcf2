/**
 * What is known of one person, and who is in a segment, for operators: read from the lanes of members, the rosters and
 * the archive. It changes nothing but what a colleague corrects by hand, and knows no HTTP and no command line.
 */
@NullMarked
package io.qunbot.bot.member;

import org.jspecify.annotations.NullMarked;
