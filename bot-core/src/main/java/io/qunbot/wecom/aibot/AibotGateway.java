package io.qunbot.wecom.aibot;

import com.google.gson.JsonObject;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Receipt;
import io.qunbot.chat.Ticket;
import io.qunbot.wecom.api.ErrorTable;
import io.qunbot.wecom.codec.AibotTicket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Speaks on a long connection: an event is answered as its request, anything else, and what can't be an
 * answer any more, is sent first. Longer words leave in pieces; one that is tried again goes on where it stopped.
 * Thread-safe; blocks for as long as {@link Pace#answer} for a connection and again for each piece.
 */
public final class AibotGateway implements Gateway {

    private static final String ANSWER = "aibot_respond_msg";
    private static final String WELCOME = "aibot_respond_welcome_msg";
    private static final String FIRST = "aibot_send_msg";
    private static final int STREAM_EXPIRED = 846608;

    /** The request or its stream is no longer known. */
    private static final Set<Integer> TOO_LATE = Set.of(846605, STREAM_EXPIRED);
    private static final int BUSY = -1;

    private final AibotLine line;
    private final InstantSource clock;
    private final Spoken spoken = new Spoken();

    public AibotGateway(AibotLine line, InstantSource clock) {
        this.line = line;
        this.clock = clock;
    }

    /** One piece of a posting to one recipient. */
    private record Piece(long posting, int number, String to, boolean single, String words) {}

    @Override
    public Receipt deliver(Posting posting) throws GatewayException {
        if (posting.to().isEmpty() && posting.chat().kind() == ChatKind.CUSTOMER) {
            throw new GatewayException(0, "an intelligent robot can't be in a customer group", Remedy.DROP, false);
        }
        List<Piece> pieces = pieces(posting);
        for (int number = spoken.pieces(posting.id()); number < pieces.size(); number++) {
            say(pieces.get(number), ticket(posting, pieces.get(number)));
            spoken.said(posting.id(), number + 1);
        }
        return Receipt.SENT;
    }

    private static List<Piece> pieces(Posting posting) {
        List<String> words = Messages.pieces(Messages.words(posting.body()));
        List<Piece> pieces = new ArrayList<>();
        if (posting.to().isEmpty()) {
            boolean single = posting.chat().kind() == ChatKind.DIRECT;
            words.forEach(each -> pieces
                    .add(new Piece(posting.id(), pieces.size(), address(posting.chat()), single, each)));
        }
        for (MemberId member : posting.to()) {
            words.forEach(each -> pieces.add(new Piece(posting.id(), pieces.size(), member.value(), true, each)));
        }
        return pieces;
    }

    /** A one-to-one conversation is its member's to WeCom. */
    private static String address(Chat chat) {
        String id = chat.id().value();
        String prefix = chat.channel() + ":";
        return chat.kind() == ChatKind.DIRECT && id.startsWith(prefix) ? id.substring(prefix.length()) : id;
    }

    /** A greeting is one message; an answer may be several. */
    private Optional<AibotTicket> ticket(Posting posting, Piece piece) {
        return posting.ticket().filter(_ -> posting.to().isEmpty())
                .filter(ticket -> clock.instant().isBefore(ticket.expires()))
                .map((Ticket ticket) -> AibotTicket.of(ticket))
                .filter(ticket -> !(ticket instanceof AibotTicket.Entry)
                        || (piece.number() == 0 && Messages.isWelcome(piece.words())));
    }

    private void say(Piece piece, Optional<AibotTicket> ticket) throws GatewayException {
        boolean answered = ticket.isPresent() && switch (ticket.get()) {
            case AibotTicket.Request(String request) -> answered(piece, ANSWER, request,
                    Messages.stream(stream(piece, request), piece.words()));
            case AibotTicket.Entry(String request) -> answered(piece, WELCOME, request, Messages.text(piece.words()));
            case AibotTicket.Address _ -> false; // of a callback, from before this channel had a long connection
        };
        if (!answered) {
            check(piece, ask(piece, FIRST, line.ids().of(FIRST, piece.posting(), piece.number()),
                    Messages.first(piece.to(), piece.single(), piece.words())));
        }
    }

    /** The same for the same piece, so that WeCom shows it once however often it is sent. */
    private static String stream(Piece piece, String request) {
        return "qunbot-" + piece.posting() + "-" + piece.number() + "-" + Integer.toHexString(request.hashCode());
    }

    /** @return false when it is too late for an answer */
    private boolean answered(Piece piece, String command, String request, JsonObject body) throws GatewayException {
        Answer answer = ask(piece, command, request, body);
        if (answer instanceof Answer.Acknowledged(int code, String _) && TOO_LATE.contains(code)) {
            // a stream that ended before we heard of it: it is what was sent the last time
            return code == STREAM_EXPIRED && spoken.isUnsure(name(piece));
        }
        check(piece, answer);
        return true;
    }

    private Answer ask(Piece piece, String command, String request, JsonObject body) {
        Answer answer = line.ask(command, request, body);
        if (answer instanceof Answer.Unanswered) {
            spoken.unsure(name(piece));
        }
        return answer;
    }

    private static String name(Piece piece) {
        return piece.posting() + "-" + piece.number();
    }

    private void check(Piece piece, Answer answer) throws GatewayException {
        boolean begun = piece.number() > 0;
        switch (answer) {
            case Answer.Acknowledged(int code, String message) when code != 0 -> throw refused(code, message, begun);
            case Answer.Acknowledged _ -> {
            }
            case Answer.Unanswered(String why) -> throw new GatewayException(0, why, Remedy.RETRY, true);
            case Answer.Unsent(String why) -> throw new GatewayException(0, why,
                    line.state().isOver() ? Remedy.DISABLE : Remedy.RETRY, begun || spoken.isUnsure(name(piece)));
        }
    }

    private GatewayException refused(int code, String message, boolean begun) {
        ErrorTable.Meaning meaning = ErrorTable.of(code);
        return new GatewayException(code, meaning.words() + ": " + line.shown(message), meaning.remedy(),
                begun || code == BUSY);
    }
}
