/**
 * Chinese chat text made comparable: script, width, case, spacing, emoji and courtesy out of the
 * way, exact keywords found, questions told from statements. Pure functions without state, the same
 * for what operators write and what members say. It knows no chat, no rule and no storage.
 */
@NullMarked
package io.qunbot.text;

import org.jspecify.annotations.NullMarked;
