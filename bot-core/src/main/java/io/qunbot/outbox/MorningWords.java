package io.qunbot.outbox;

import io.qunbot.chat.Body;
import io.qunbot.store.OutboxRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What waited for colleagues while they were away, as one message: each with its number, by which it is taken up. */
final class MorningWords {

    /** What is older is of more than one night. */
    private static final Duration NIGHT = Duration.ofHours(20);

    private MorningWords() {}

    /** @param group how the conversation is called that words are about */
    static Body body(List<OutboxRow> words, Function<OutboxRow, String> group, Instant now) {
        boolean night = words.stream().noneMatch(each -> each.created().plus(NIGHT).isBefore(now));
        String head = (night ? "昨晚有 " : "您不在的时候有 ") + words.size() + " 件事等您:";
        Stream<String> items = words.stream().map(each -> item(each, group.apply(each)));
        return Body.text(Stream.of(Stream.of(head), items, Stream.of(hint(words))).flatMap(each -> each)
                .collect(Collectors.joining("\n\n")));
    }

    private static String item(OutboxRow words, String group) {
        boolean draft = words.kind().equals("draft");
        String head = "#" + words.id() + (draft ? " 草稿 · " : " 提醒 · ") + group;
        String asked = draft && !words.duty().quote().isEmpty() ? "\n问:" + words.duty().quote() : "";
        return head + asked + (draft ? "\n答:" : "\n") + words.plain().strip();
    }

    private static String hint(List<OutboxRow> words) {
        String drafts = words.stream().filter(each -> each.kind().equals("draft")).findFirst()
                .map(each -> "草稿回复“用了 %d”“改了 %<d”“不对 %<d”。".formatted(each.id())).orElse("");
        String tells = words.stream().filter(each -> each.kind().equals("tell")).findFirst()
                .map(each -> "提醒回复“接了 %d”;只回“接了”就是都接了。".formatted(each.id())).orElse("");
        return drafts + tells;
    }
}
