package io.qunbot.outbox;

import io.qunbot.chat.Body;
import io.qunbot.chat.BodyText;
import io.qunbot.chat.Verdict;
import io.qunbot.store.OutboxRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What words look like where they are read: a draft says what it answers and why, and asks what became of it. */
final class HandedWords {

    private HandedWords() {}

    /** @param group how the conversation is called */
    static Body body(OutboxRow words, String group) {
        return switch (words.kind()) {
            case "draft" -> draft(words, group);
            case "tell" -> tell(words);
            default -> BodyText.read(words.body());
        };
    }

    private static Body tell(OutboxRow words) {
        return words.duty().deadline().isPresent()
                ? Body.text(words.plain() + "\n收到请回“接了”。")
                : BodyText.read(words.body());
    }

    private static Body draft(OutboxRow words, String group) {
        List<Body.Fact> facts = new ArrayList<>();
        if (!words.duty().quote().isEmpty()) {
            facts.add(new Body.Fact("问", words.duty().quote()));
        }
        facts.add(new Body.Fact("依据", words.plugin() + "/" + words.rule()));
        facts.add(new Body.Fact("编号", "#" + words.id() + ",也可以回“用了 " + words.id() + "”“不对 " + words.id() + "”"));
        return new Body.Card("草稿:" + group, words.plain(), facts,
                List.of(button(Verdict.USED, Body.Look.MAIN), button(Verdict.CHANGED, Body.Look.QUIET),
                        button(Verdict.WRONG, Body.Look.QUIET)),
                Body.Target.NONE);
    }

    private static Body.Button button(Verdict verdict, Body.Look look) {
        return new Body.Button(verdict.name().toLowerCase(Locale.ROOT), verdict.zh(), look);
    }
}
