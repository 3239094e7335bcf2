package io.qunbot.outbox;

import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.store.OutboxRow;

/** What words look like where they are read: a draft says what it answers, and how to say what became of it. */
final class HandedWords {

    private HandedWords() {}

    static Body body(OutboxRow words, Chat chat) {
        return Body.text(switch (words.kind()) {
            case "draft" -> draft(words, chat);
            case "tell" -> words.duty().deadline().isPresent() ? words.body() + "\n收到请回“接了”。" : words.body();
            default -> words.body();
        });
    }

    private static String draft(OutboxRow words, Chat chat) {
        long id = words.id();
        String asked = words.duty().quote().isEmpty() ? "" : "问:" + words.duty().quote() + "\n";
        return "草稿 #" + id + ",群 " + chat.id() + "\n" + asked + "答:" + words.body() + "\n依据 " + words.plugin() + "/"
                + words.rule() + "。发出后回“用了 " + id + "”,改过再发回“改了 " + id + "”,不合适回“不对 " + id + "”。";
    }
}
