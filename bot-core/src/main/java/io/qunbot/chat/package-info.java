/**
 * The words every room of the house speaks: events that come in, actions that go out, and the ports
 * between them (an {@link io.qunbot.chat.Inbox} takes events, a {@link io.qunbot.chat.Gateway}
 * delivers words). It knows no protocol, no rule and no storage.
 */
@NullMarked
package io.qunbot.chat;

import org.jspecify.annotations.NullMarked;
