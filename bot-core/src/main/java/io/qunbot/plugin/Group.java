package io.qunbot.plugin;

import io.qunbot.chat.Chat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The conversation as plugins see it.
 *
 * @param name the name the directory knows, empty until it does
 * @param size how many members it has, empty until the directory knows
 */
public record Group(Chat chat, Optional<String> name, OptionalInt size) {}
