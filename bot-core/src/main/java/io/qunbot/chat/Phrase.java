package io.qunbot.chat;

/** A remark for operators, in Chinese and in English. */
public record Phrase(String zh, String en) {

    /** Both, as outcomes keep them: the English one in brackets. */
    public String both() {
        return zh + " (" + en + ")";
    }
}
