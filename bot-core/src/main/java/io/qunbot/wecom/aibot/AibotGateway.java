package io.qunbot.wecom.aibot;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
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
import io.qunbot.wecom.api.LocalFile;
import io.qunbot.wecom.api.TemplateCard;
import io.qunbot.wecom.api.Uploads;
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
    private static final String UPDATE = "aibot_respond_update_msg";
    private static final int STREAM_EXPIRED = 846608;

    /** The request or its stream is no longer known. */
    private static final Set<Integer> TOO_LATE = Set.of(846605, STREAM_EXPIRED);
    private static final int BUSY = -1;

    private final AibotLine line;
    private final InstantSource clock;
    private final Spoken spoken = new Spoken();
    private final Uploads uploads = new Uploads();

    public AibotGateway(AibotLine line, InstantSource clock) {
        this.line = line;
        this.clock = clock;
    }

    /**
     * One piece of a posting to one recipient.
     *
     * @param task names a card, once and for all
     */
    private record Piece(long posting, int number, String task, String to, boolean single, Parcel parcel) {

        String name() {
            return posting + "-" + number;
        }
    }

    @Override
    public Receipt deliver(Posting posting) throws GatewayException {
        if (posting.to().isEmpty() && posting.chat().kind() == ChatKind.CUSTOMER) {
            throw new GatewayException(0, "an intelligent robot can't be in a customer group", Remedy.DROP, false);
        }
        if (posting.body() instanceof Body.Settled settled && isSettled(posting, settled)) {
            return Receipt.SENT;
        }
        List<Piece> pieces = pieces(posting);
        for (int number = spoken.pieces(posting.id()); number < pieces.size(); number++) {
            say(pieces.get(number), ticket(posting, pieces.get(number)));
            spoken.said(posting.id(), number + 1);
        }
        return Receipt.SENT;
    }

    /** Changes a card that was clicked; false when it is too late, and the words have to be said. */
    private boolean isSettled(Posting posting, Body.Settled settled) throws GatewayException {
        Optional<AibotTicket> ticket = valid(posting);
        return ticket.isPresent() && ticket.get() instanceof AibotTicket.Click(String request, String task)
                && answered(posting.id() + "-card", false, UPDATE, request,
                        Messages.update(TemplateCard.of(settled.card(), task)));
    }

    private static List<Piece> pieces(Posting posting) throws GatewayException {
        List<Parcel> parcels = Parcel.of(posting.body());
        List<Piece> pieces = new ArrayList<>();
        if (posting.to().isEmpty()) {
            boolean single = posting.chat().kind() == ChatKind.DIRECT;
            parcels.forEach(each -> pieces.add(piece(posting, pieces.size(), address(posting.chat()), single, each)));
        }
        for (MemberId member : posting.to()) {
            parcels.forEach(each -> pieces.add(piece(posting, pieces.size(), member.value(), true, each)));
        }
        return pieces;
    }

    private static Piece piece(Posting posting, int number, String to, boolean single, Parcel parcel) {
        String task = posting.key() + (number == 0 ? "" : "-" + number);
        return new Piece(posting.id(), number, task, to, single, parcel);
    }

    /** A one-to-one conversation is its member's to WeCom. */
    private static String address(Chat chat) {
        String id = chat.id().value();
        String prefix = chat.channel() + ":";
        return chat.kind() == ChatKind.DIRECT && id.startsWith(prefix) ? id.substring(prefix.length()) : id;
    }

    /** A greeting is one message; an answer may be several. */
    private Optional<AibotTicket> ticket(Posting posting, Piece piece) {
        return valid(posting).filter(ticket -> !(ticket instanceof AibotTicket.Entry)
                || (piece.number() == 0 && isWelcome(piece.parcel())));
    }

    private Optional<AibotTicket> valid(Posting posting) {
        return posting.ticket().filter(_ -> posting.to().isEmpty())
                .filter(ticket -> clock.instant().isBefore(ticket.expires()))
                .map((Ticket ticket) -> AibotTicket.of(ticket));
    }

    /** Somebody who opens the conversation is greeted with a text or a card (document 101463). */
    private static boolean isWelcome(Parcel parcel) {
        return parcel instanceof Parcel.Card
                || (parcel instanceof Parcel.Words(String text) && Messages.isWelcome(text));
    }

    private void say(Piece piece, Optional<AibotTicket> ticket) throws GatewayException {
        try {
            say(piece, ticket, media(piece.parcel()));
        } catch (GatewayException failure) {
            if (!uploads.isGone(failure, piece.parcel().message(piece.task(), media(piece.parcel())))) {
                throw failure;
            }
            say(piece, ticket, media(piece.parcel()));
        }
    }

    private String media(Parcel parcel) throws GatewayException {
        return parcel instanceof Parcel.Media(String kind, LocalFile file)
                ? uploads.id(kind, file, new LineUpload(this::upload)::of)
                : "";
    }

    private String upload(String command, JsonObject body) throws GatewayException {
        Answer answer = line.ask(command, line.ids().next(command), body);
        check(false, false, answer);
        return answer instanceof Answer.Acknowledged(_, _, String given) ? given : "";
    }

    private void say(Piece piece, Optional<AibotTicket> ticket, String media) throws GatewayException {
        JsonObject message = piece.parcel().message(piece.task(), media);
        boolean begun = piece.number() > 0;
        boolean answered = ticket.isPresent() && switch (ticket.get()) {
            case AibotTicket.Request(String request) -> answered(piece.name(), begun, ANSWER, request,
                    piece.parcel() instanceof Parcel.Words(String text)
                            ? Messages.stream(stream(piece, request), text)
                            : message);
            case AibotTicket.Entry(String request) -> answered(piece.name(), begun, WELCOME, request,
                    piece.parcel() instanceof Parcel.Words(String text) ? Messages.text(text) : message);
            case AibotTicket.Click _ -> false;
            case AibotTicket.Address _ -> false; // of a callback, from before this channel had a long connection
        };
        if (!answered) {
            check(begun, spoken.isUnsure(piece.name()),
                    ask(piece.name(), FIRST, line.ids().of(FIRST, piece.posting(), piece.number()),
                            Messages.first(piece.to(), piece.single(), message)));
        }
    }

    /** The same for the same piece, so that WeCom shows it once however often it is sent. */
    private static String stream(Piece piece, String request) {
        return "qunbot-" + piece.name() + "-" + Integer.toHexString(request.hashCode());
    }

    /** @return false when it is too late for an answer */
    private boolean answered(String name, boolean begun, String command, String request, JsonObject body)
            throws GatewayException {
        Answer answer = ask(name, command, request, body);
        if (answer instanceof Answer.Acknowledged(int code, _, _) && TOO_LATE.contains(code)) {
            // a stream that ended before we heard of it: it is what was sent the last time
            return code == STREAM_EXPIRED && spoken.isUnsure(name);
        }
        check(begun, spoken.isUnsure(name), answer);
        return true;
    }

    private Answer ask(String name, String command, String request, JsonObject body) {
        Answer answer = line.ask(command, request, body);
        if (answer instanceof Answer.Unanswered) {
            spoken.unsure(name);
        }
        return answer;
    }

    private void check(boolean begun, boolean unsure, Answer answer) throws GatewayException {
        switch (answer) {
            case Answer.Acknowledged(int code, String message, _) when code != 0 -> throw refused(code, message, begun);
            case Answer.Acknowledged _ -> {
            }
            case Answer.Unanswered(String why) -> throw new GatewayException(0, why, Remedy.RETRY, true);
            case Answer.Unsent(String why) -> throw new GatewayException(0, why,
                    line.state().isOver() ? Remedy.DISABLE : Remedy.RETRY, begun || unsure);
        }
    }

    private GatewayException refused(int code, String message, boolean begun) {
        ErrorTable.Meaning meaning = ErrorTable.of(code);
        return new GatewayException(code, meaning.words() + ": " + line.shown(message), meaning.remedy(),
                begun || code == BUSY);
    }
}
