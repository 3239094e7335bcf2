/** What the documents say is held against the code: every rule, setting and code in them. */
@NullMarked
package io.qunbot.docs;

import org.jspecify.annotations.NullMarked;
