package io.qunbot.simulation;

import io.qunbot.chat.ChatId;

/**
 * Words that did not leave for the chat: meant for colleagues, only recorded, or said where no bot can speak.
 *
 * @param who the colleagues, comma-separated; empty for words to the chat
 */
record Kept(ChatId chat, String who, String text) {}
