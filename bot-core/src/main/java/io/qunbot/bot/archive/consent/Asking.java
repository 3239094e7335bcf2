package io.qunbot.bot.archive.consent;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.store.ConsentRow;
import io.qunbot.wecom.archive.ArchivedEvent;
import io.qunbot.wecom.archive.ConsentApi;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks WeCom who agreed in a conversation. Blocks. */
@FunctionalInterface
public interface Asking {

    /** Knows nobody to ask. */
    Asking NOBODY = _ -> List.of();

    /** What WeCom knows of a conversation in which a customer said something. */
    List<ConsentRow> about(Event.Said said) throws GatewayException;

    /** Asks the account that may read the archive. What WeCom gives no time for holds for this message, too. */
    static Asking of(ConsentApi api) {
        return said -> answers(api, said).stream()
                .map(answer -> new ConsentRow(said.chat().id(), answer.customer(),
                        answer.since().orElseGet(() -> answer.agreed() ? Instant.EPOCH : said.at()), answer.agreed()))
                .toList();
    }

    private static List<ConsentApi.Answer> answers(ConsentApi api, Event.Said said) throws GatewayException {
        if (said.chat().kind() != ChatKind.PRIVATE) {
            return api.room(said.chat().id());
        }
        Optional<MemberId> colleague = colleague(said.chat());
        return colleague.isPresent() ? api.single(colleague.get(), said.by()) : List.of();
    }

    /** The one of the two who is no customer. */
    private static Optional<MemberId> colleague(Chat chat) {
        String both = chat.id().value().substring(chat.channel().length() + 1);
        return Arrays.stream(both.split("\\+", -1)).filter(member -> !member.isEmpty()).map(MemberId::new)
                .filter(member -> !ArchivedEvent.isCustomer(member)).findFirst();
    }
}
