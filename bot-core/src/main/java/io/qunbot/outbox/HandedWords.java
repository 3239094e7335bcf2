package io.qunbot.outbox;

import io.qunbot.chat.Body;
import io.qunbot.chat.BodyText;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Verdict;
import io.qunbot.store.OutboxRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What words look like where they are read: a draft says what it answers and why, and asks what became of it; after a
 * click it says what did.
 */
public final class HandedWords {

    /** The key of a button that asks for nothing any more. */
    private static final String DONE = "done";

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
        Body body = BodyText.read(words.body());
        if (body instanceof Body.Asking asking) {
            return numbered(asking, words.id());
        }
        return words.duty().deadline().isPresent()
                ? Body.text(words.plain() + "\n收到请回“接了”。")
                : body;
    }

    /** By its number it can be answered in words, too, once there are several. */
    private static Body numbered(Body.Asking asking, long id) {
        List<Body.Fact> facts = new ArrayList<>(asking.card().facts());
        facts.add(new Body.Fact("编号", "#" + id + ",也可以回“接了 " + id + "”“退回 " + id + " 原因”"));
        return new Body.Asking(new Body.Card(asking.card().title(), asking.card().text(), facts,
                asking.card().buttons(), asking.card().target()), asking.quote(), asking.words());
    }

    private static Body draft(OutboxRow words, String group) {
        List<Body.Fact> facts = new ArrayList<>();
        if (!words.duty().quote().isEmpty()) {
            facts.add(new Body.Fact("问", words.duty().quote()));
        }
        files(words).ifPresent(files -> facts.add(new Body.Fact("请一并发送", files)));
        facts.add(new Body.Fact("依据", words.plugin() + "/" + words.rule()));
        facts.add(new Body.Fact("编号", "#" + words.id() + ",也可以回“用了 " + words.id() + "”“不对 " + words.id() + "”"));
        return new Body.Card("草稿:" + group, words.plain(), facts,
                List.of(button(Verdict.USED, Body.Look.MAIN), button(Verdict.CHANGED, Body.Look.QUIET),
                        button(Verdict.WRONG, Body.Look.QUIET)),
                Body.Target.NONE);
    }

    /** What a colleague has to send with the words, by the path in which it lies beside the rules. */
    private static Optional<String> files(OutboxRow words) {
        String files = BodyText.read(words.body()).each().stream().flatMap(part -> switch (part) {
            case Body.Image(String file, _) -> Stream.of("rules/" + file);
            case Body.Document(String file, _) -> Stream.of("rules/" + file);
            default -> Stream.<String>empty();
        }).collect(Collectors.joining("、"));
        return Optional.of(files).filter(found -> !found.isEmpty());
    }

    /**
     * A draft's card once it is known what became of it.
     *
     * @param group how the conversation is called
     * @param readers who has the card before them
     */
    public static Body settled(OutboxRow words, String group, Verdict verdict, List<MemberId> readers) {
        String decision = "已记下:" + verdict.zh();
        Body.Card card = new Body.Card("草稿:" + group, words.plain(), List.of(new Body.Fact("结果", decision)),
                List.of(new Body.Button(DONE, decision, Body.Look.QUIET)), Body.Target.NONE);
        return new Body.Settled(card, readers, decision);
    }

    /**
     * A card that asked a colleague, once somebody answered.
     *
     * @param decision what the card says of it
     * @param readers who has the card before them
     */
    public static Body answered(Body.Asking asking, String decision, List<MemberId> readers) {
        Body.Card card = new Body.Card(asking.card().title(), asking.card().text(),
                List.of(new Body.Fact("结果", decision)), List.of(new Body.Button(DONE, decision, Body.Look.QUIET)),
                Body.Target.NONE);
        return new Body.Settled(card, readers, decision);
    }

    private static Body.Button button(Verdict verdict, Body.Look look) {
        return new Body.Button(verdict.name().toLowerCase(Locale.ROOT), verdict.zh(), look);
    }
}
