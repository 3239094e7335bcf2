package io.qunbot.plugins.reply;

import io.qunbot.plugin.Keyword;

/** A keyword and its number in the index. */
record Term(int number, Keyword keyword) {

    String words() {
        return keyword.words();
    }
}
