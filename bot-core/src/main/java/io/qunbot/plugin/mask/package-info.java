/**
 * Hides what identifies people in what is shown to others: numbers of telephones, identity cards and bank cards,
 * addresses of e-mail. It knows texts only, and changes nothing that is kept.
 */
@NullMarked
package io.qunbot.plugin.mask;

import org.jspecify.annotations.NullMarked;
