package io.qunbot.outbox;

import io.qunbot.chat.MemberId;
import io.qunbot.profile.RuleBook;
import io.qunbot.rota.Rotas;
import io.qunbot.store.OutboxRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds out who gets words at the moment in which they leave: of a rota, whoever is on duty then. */
final class Addressees {

    private final Supplier<RuleBook> book;

    Addressees(Supplier<RuleBook> book) {
        this.book = book;
    }

    /** The same words, for colleagues; empty when nobody is on duty. */
    Optional<OutboxRow> of(OutboxRow words, Instant now) {
        List<MemberId> meant = Governor.recipients(words);
        if (meant.stream().noneMatch(Rotas::isRota)) {
            return Optional.of(words);
        }
        String who = book.get().rotas().who(meant, now).stream().map(MemberId::value).collect(Collectors.joining(","));
        return who.isEmpty() ? Optional.empty() : Optional.of(words.handed(words.kind(), who));
    }
}
