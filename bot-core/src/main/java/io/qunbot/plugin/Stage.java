package io.qunbot.plugin;

import io.qunbot.chat.Event;

/**
 * One plugin at work in one profile. Called by many threads at once for different chats, by one at
 * a time
 * for the same chat; it keeps no state of its own outside {@link ChatContext#memory()}.
 */
@FunctionalInterface
public interface Stage {

    /**
     * Decides what to do about an event.
     *
     * @throws Exception
     *             whatever went wrong: this stage's actions are dropped, the others go on
     */
    Reaction on(Event event, ChatContext chat) throws Exception;
}
