/**
 * What an operator may write for a bot to say: words, markdown, pictures, files, links and cards. Plugins bind it, fill
 * it and give the body to an action; which channel shows what is not known here.
 */
@NullMarked
package io.qunbot.plugin.say;

import org.jspecify.annotations.NullMarked;
