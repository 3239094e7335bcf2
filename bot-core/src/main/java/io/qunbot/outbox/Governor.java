package io.qunbot.outbox;

import io.qunbot.chat.Charge;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Delivery;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.profile.Limits;
import io.qunbot.profile.Profile;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Ledger;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One budget for the whole bot: whether words that are due may leave now. Thread-safe. */
final class Governor {

    /** Within this the same words are not said twice to a group. */
    static final Duration ALIKE = Duration.ofMinutes(1);

    /** So many words are one message at most; what is more is the next one. */
    private static final int MOST_TOGETHER = 20;

    private final Store store;
    private final Terms terms;
    private final Postings postings;
    private final Addressees addressees;

    Governor(Store store, Terms terms) {
        this.store = store;
        this.terms = terms;
        this.postings = new Postings(store, terms);
        this.addressees = new Addressees(terms.book());
    }

    Ruling judge(OutboxRow words, Instant now) {
        Optional<LaneRow> lane = lane(store, words);
        Optional<Chat> chat = lane.flatMap(LaneRow::chat);
        if (chat.isEmpty()) {
            return new Ruling.Settle(words.ended(Outcome.EXPIRED, Reasons.NOWHERE));
        }
        if (words.manner().delivery() == Delivery.AT_MOST_ONCE && postings.isDoubtful(words, now)) {
            return new Ruling.Settle(words.answered("", true).ended(Outcome.FAILED, Reasons.CUT_OFF));
        }
        Profile profile = terms.book().get().profileOf(chat.get(), lane.get().firstName());
        return needless(words, chat.get(), now).map(why -> settled(words, Outcome.CANCELLED, why))
                .or(() -> held(words, profile, now)).orElseGet(() -> addressees.of(words, now)
                        .map(meant -> spend(gathered(meant, profile, now), chat.get(), profile, now))
                        .orElseGet(() -> settled(words, Outcome.UNSUPPORTED, Reasons.NOBODY_ON_DUTY)));
    }

    /** What waited for colleagues while they were away is one message for those who get the same. */
    private Parcel gathered(OutboxRow words, Profile profile, Instant now) {
        if (!waited(words, profile)) {
            return Parcel.of(words);
        }
        Stream<OutboxRow> others = store.outgoing().waitingForColleagues(words.route().gateway(), now).stream()
                .filter(other -> other.id() != words.id() && other.route().sending() == words.route().sending())
                .flatMap(other -> addressees.of(other, now).stream())
                .filter(other -> other.recipient().equals(words.recipient()) && goesAlong(other, now));
        return new Parcel(Stream.concat(Stream.of(words), others.limit(MOST_TOGETHER - 1L)).toList());
    }

    /** Whether words were decided while nobody was there. */
    private static boolean waited(OutboxRow words, Profile profile) {
        return isTold(words) && profile.restraint().until(words.manner(), words.created()).isPresent();
    }

    private boolean goesAlong(OutboxRow words, Instant now) {
        Optional<LaneRow> lane = lane(store, words);
        return lane.flatMap(LaneRow::chat).filter(chat -> {
            Profile profile = terms.book().get().profileOf(chat, lane.get().firstName());
            return waited(words, profile) && needless(words, chat, now).isEmpty()
                    && held(words, profile, now).isEmpty();
        }).isPresent();
    }

    /** Where words belong; what the bot itself tells is of no conversation but the one with whoever is told. */
    static Optional<LaneRow> lane(Store store, OutboxRow words) {
        if (words.lane() != OutboxRow.HOUSE) {
            return store.lane(words.lane());
        }
        Chat house = new Chat(new ChatId("qunbot"), ChatKind.DIRECT, words.route().gateway());
        return Optional.of(new LaneRow(OutboxRow.HOUSE, house.lane(), Optional.of(house), Optional.empty()));
    }

    private static Ruling settled(OutboxRow words, Outcome outcome, String why) {
        return new Ruling.Settle(words.ended(outcome, why));
    }

    /** Why nobody needs these words. */
    private Optional<String> needless(OutboxRow words, Chat chat, Instant now) {
        if (isTold(words) && isTakenUp(words)) {
            return Optional.of(Reasons.TAKEN_UP);
        }
        if (!isTold(words) && store.outgoing().hasNewer(words)) { // what is told together is one message already
            return Optional.of(Reasons.MERGED);
        }
        if (!words.manner().asked()) {
            Optional<MemberId> annoyed = words.manner().about().stream().filter(terms.optedOut()).findFirst();
            if (annoyed.isPresent()) {
                return annoyed.map(Reasons::optedOut);
            }
        }
        boolean alike = !isTold(words) && chat.kind() != ChatKind.DIRECT
                && store.outgoing().wasSaid(words, now.minus(ALIKE));
        return alike ? Optional.of(Reasons.ALIKE) : Optional.empty();
    }

    /** What nobody has to take up is for those who are told, whoever took it up before. */
    private static boolean isTakenUp(OutboxRow words) {
        boolean expected = words.kind().equals("draft") || words.duty().deadline().isPresent();
        boolean known = words.duty().judge().filter(recipients(words)::contains).isPresent();
        return !words.duty().isOpen() && (expected || known);
    }

    /** Whether it is no time for these words; then the time when it is. */
    private static Optional<Ruling> held(OutboxRow words, Profile profile, Instant now) {
        return profile.restraint().until(words.manner(), now)
                .map(end -> new Ruling.Settle(words.after(words.attempts(), Outcome.WAITING, words.reason(), end)));
    }

    private Ruling spend(Parcel parcel, Chat chat, Profile profile, Instant now) {
        OutboxRow words = parcel.head();
        List<Charge> platform = platform(parcel, chat, now);
        List<Charge> charges = new ArrayList<>(platform);
        charges.addAll(own(words, chat, profile, now));
        Ledger.Verdict verdict = store.ledger().take(charges, now);
        if (verdict.granted()) {
            return new Ruling.Go(parcel, verdict.uses());
        }
        Charge charge = verdict.shortOf().orElseThrow();
        return verdict.again().isAfter(words.expires())
                ? settled(words, Outcome.EXPIRED, Reasons.noBudget(charge))
                : new Ruling.Wait(verdict.again(), queue(charge, words, platform));
    }

    private Ruling.Queue queue(Charge charge, OutboxRow words, List<Charge> platform) {
        if (platform.contains(charge)) {
            return terms.allowances(words.route().gateway()).stream()
                    .anyMatch(each -> each.per() == Allowance.Per.CHANNEL && each.purse().equals(charge.purse()))
                            ? Ruling.Queue.CHANNEL
                            : isTold(words) ? Ruling.Queue.ALIKE : Ruling.Queue.CONVERSATION;
        }
        return Limits.isForAll(charge) ? Ruling.Queue.CONVERSATION : Ruling.Queue.ALIKE;
    }

    private List<Charge> platform(Parcel parcel, Chat chat, Instant now) {
        OutboxRow words = parcel.head();
        List<Allowance> allowances = terms.allowances(words.route().gateway());
        int messages = allowances.isEmpty() ? 1 : postings.messages(parcel, now);
        return allowances.stream().flatMap(each -> each.charges(chat, recipients(words)).stream())
                .map(charge -> new Charge(charge.purse(), charge.most(), charge.within(), messages)).toList();
    }

    /** An answer that nobody fetched has cost its share when it was decided. */
    private List<Charge> own(OutboxRow words, Chat chat, Profile profile, Instant now) {
        return isTold(words) || words.kind().equals("fallback") || chat.kind() == ChatKind.DIRECT
                ? List.of()
                : profile.restraint().limits().charges(
                        new Limits.Deed(words.lane(), words.kind().equals("task"), words.manner().urgency(),
                                words.plugin() + "/" + words.rule()),
                        (purse, within) -> store.ledger().count(purse, within, now));
    }

    /** Who gets words in person; a task goes to whoever owns the group. */
    static List<MemberId> recipients(OutboxRow words) {
        return words.kind().equals("task")
                ? List.of()
                : Arrays.stream(words.recipient().split(",", -1)).filter(account -> !account.isEmpty())
                        .map(MemberId::new).toList();
    }

    private static boolean isTold(OutboxRow words) {
        return words.kind().equals("tell") || words.kind().equals("draft");
    }
}
