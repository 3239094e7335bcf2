package io.qunbot.bot;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.store.JournalRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import io.qunbot.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What the bot had no answer to, and which of its answers colleagues called wrong. The words are read from the
 * journal: what is erased there is gone here. Thread-safe.
 */
public final class Unanswered {

    private static final String REPLY = "reply";
    private static final Set<String> OPEN = Set.of("unanswered", "offered");
    private static final String WRONG = "wrong";

    private final Store store;
    private final Decoder decoder;
    private final Function<MemberId, Optional<String>> names;
    private final Function<LaneRow, Masks> policy;

    /**
     * Questions that are alike.
     *
     * @param by who asked, by name or masked id
     * @param last when it was asked last, ISO 8601, UTC
     * @param nearest the catalogue's entry that came nearest, and how likely it was meant, 0..1
     * @param wordings each once, the one asked most first
     * @param entry an item of a catalogue, ready to be pasted, without its answer; empty when no wording is fit
     */
    public record Group(String profile, int count, List<String> by, String last, String nearest, double confidence,
            List<String> wordings, String entry) {}

    /**
     * An answer that a colleague called wrong.
     *
     * @param rule what answered
     * @param question what it answered
     * @param at when it was called wrong, ISO 8601, UTC
     */
    public record Wrong(String profile, String rule, String question, String at) {}

    /** Where nothing is hidden. */
    public Unanswered(Store store, Decoder decoder, Function<MemberId, Optional<String>> names) {
        this(store, decoder, names, _ -> Masks.NONE);
    }

    /** @param policy what the profile of a conversation hides */
    public Unanswered(Store store, Decoder decoder, Function<MemberId, Optional<String>> names,
            Function<LaneRow, Masks> policy) {
        this.store = store;
        this.decoder = decoder;
        this.names = names;
        this.policy = policy;
    }

    /**
     * Questions since a time, those asked most first.
     *
     * @param profile its id; empty for all
     */
    public List<Group> groups(String profile, Instant since) {
        IntFunction<Masks> masks = masks();
        return QuestionHeap.of(remarks(profile, since).filter(each -> OPEN.contains(each.remark().kind()))
                .flatMap(each -> open(each, masks.apply(each.event().lane())).stream()).toList())
                .stream().map(heap -> heap.group(names)).toList();
    }

    /** Answers that were called wrong since a time, the newest first. */
    public List<Wrong> wrong(String profile, Instant since) {
        IntFunction<Masks> masks = masks();
        return remarks(profile, since).filter(each -> each.remark().kind().equals(WRONG))
                .map(each -> new Wrong(each.remark().profile(), each.remark().subject(),
                        said(each.event()).map(said -> masks.apply(each.event().lane()).in(said.content().words()))
                                .orElse(""),
                        each.remark().at().toString()))
                .toList().reversed();
    }

    private Stream<Store.Remarked> remarks(String profile, Instant since) {
        return store.remarks(since).stream().filter(each -> each.remark().plugin().equals(REPLY)
                && (profile.isEmpty() || each.remark().profile().equals(profile)));
    }

    /** What is hidden in each conversation, each looked for once. */
    private IntFunction<Masks> masks() {
        Map<Integer, Masks> known = new HashMap<>();
        return lane -> known.computeIfAbsent(lane, number -> store.lane(number).map(policy).orElse(Masks.NONE));
    }

    private Optional<OpenQuestion> open(Store.Remarked remarked, Masks masks) {
        return said(remarked.event()).map(said -> new OpenQuestion(remarked.remark().profile(), said.by(), masks,
                Normalizer.normalize(masks.in(said.content().words())), said.at(), remarked.remark().subject(),
                remarked.remark().number()));
    }

    private Optional<Event.Said> said(JournalRow row) {
        return decoder.decode(row.id().channel(), row.payload(), row.received()) instanceof Event.Said said
                ? Optional.of(said)
                : Optional.empty();
    }
}
