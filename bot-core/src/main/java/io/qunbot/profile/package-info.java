/**
 * The rule book: which groups there are rules for, which plugins run there and with which settings,
 * with inheritance and the place every value comes from. Pure: files in, an immutable book out.
 */
@NullMarked
package io.qunbot.profile;

import org.jspecify.annotations.NullMarked;
