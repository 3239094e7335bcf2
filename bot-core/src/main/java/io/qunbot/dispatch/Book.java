package io.qunbot.dispatch;

import io.qunbot.chat.Chat;
import io.qunbot.profile.Profile;
import java.util.Optional;

/** The rules in force: the profile of a conversation, never null. Thread-safe; swapped whole by a reload. */
@FunctionalInterface
public interface Book {
    Profile profileOf(Chat chat, Optional<String> name);
}
