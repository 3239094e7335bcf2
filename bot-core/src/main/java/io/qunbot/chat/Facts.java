package io.qunbot.chat;

import static io.qunbot.chat.Capabilities.Hearing.ADDRESSED;
import static io.qunbot.chat.Capabilities.Hearing.ALL;
import static io.qunbot.chat.Capabilities.Hearing.NONE;
import static io.qunbot.chat.Capabilities.Occurrence.ADDED;
import static io.qunbot.chat.Capabilities.Occurrence.CLICKED;
import static io.qunbot.chat.Capabilities.Occurrence.ENTERED;
import static io.qunbot.chat.Capabilities.Occurrence.JOINED;
import static io.qunbot.chat.Capabilities.Occurrence.LEFT;
import static io.qunbot.chat.Capabilities.Occurrence.RENAMED;
import static io.qunbot.chat.Capabilities.Speaking.AT_ONCE;
import static io.qunbot.chat.Capabilities.Speaking.BY_DRAFT;
import static io.qunbot.chat.Capabilities.Speaking.NOT;
import static io.qunbot.chat.Capabilities.Speaking.WITHIN_THE_HOUR;
import static io.qunbot.chat.Capabilities.Speaking.WITH_CONFIRMATION;

import io.qunbot.chat.Capabilities.Hearing;
import io.qunbot.chat.Capabilities.Occurrence;
import io.qunbot.chat.Capabilities.Speaking;
import io.qunbot.chat.Format.Kind;
import io.qunbot.chat.Format.Sizes;
import java.util.List;
import java.util.Set;

/** What WeCom officially allows, and this bot does, on each kind of channel: the one place where it is written. */
final class Facts {

    /** Document 101463; an answer is a stream, whose text is markdown. */
    private static final Format STREAM = new Format(20_480, 20_480, true,
            Set.of(Kind.TEXT, Kind.MENTION, Kind.MARKDOWN, Kind.IMAGE, Kind.FILE, Kind.CARD, Kind.BUTTONS),
            List.of(Dialect.AIBOT), Sizes.ROBOT);
    /** Documents 101031 and 101138: an address takes markdown or a card. */
    private static final Format ADDRESS = new Format(20_480, 20_480, true,
            Set.of(Kind.TEXT, Kind.MENTION, Kind.MARKDOWN, Kind.CARD, Kind.BUTTONS), List.of(Dialect.AIBOT),
            Sizes.NONE);
    /** Document 99110. */
    private static final Format WEBHOOK = new Format(2_048, 4_096, false,
            Set.of(Kind.TEXT, Kind.MENTION, Kind.MARKDOWN, Kind.MARKDOWN_V2, Kind.IMAGE, Kind.FILE, Kind.NEWS,
                    Kind.CARD),
            List.of(Dialect.ROBOT, Dialect.ROBOT_V2), Sizes.ROBOT);
    /** Document 90236. */
    private static final Format PERSONAL = new Format(2_048, 2_048, false,
            Set.of(Kind.TEXT, Kind.MARKDOWN, Kind.IMAGE, Kind.FILE, Kind.NEWS, Kind.CARD, Kind.BUTTONS),
            List.of(Dialect.APP), Sizes.APP);
    /** Document 90248. */
    private static final Format APPCHAT = new Format(2_048, 2_048, false,
            Set.of(Kind.TEXT, Kind.MARKDOWN, Kind.IMAGE, Kind.FILE, Kind.NEWS), List.of(Dialect.APP), Sizes.APP);
    /** Answers of a group robot's callback, which is a beta. */
    private static final Format PASSIVE = new Format(2_048, 0, false, Set.of(Kind.TEXT), List.of(), Sizes.NONE);
    /** Document 92135. */
    private static final Format TASK = new Format(4_000, 0, false,
            Set.of(Kind.TEXT, Kind.IMAGE, Kind.FILE, Kind.NEWS), List.of(), Sizes.APP);
    private static final Format NOTHING = new Format(0, 0, false, Set.of(), List.of(), Sizes.NONE);

    private Facts() {}

    static Capabilities of(Medium medium, ChatKind chat) {
        return switch (chat) {
            case INTERNAL -> internal(medium);
            case CUSTOMER -> customer(medium);
            case DIRECT -> direct(medium);
            case PRIVATE -> amongThemselves(medium);
        };
    }

    private static Capabilities internal(Medium medium) {
        return switch (medium) {
            case LINE -> row(medium, ChatKind.INTERNAL, ADDRESSED, Set.of(CLICKED), AT_ONCE, AT_ONCE, STREAM);
            case AIBOT ->
                row(medium, ChatKind.INTERNAL, ADDRESSED, Set.of(CLICKED), AT_ONCE, WITHIN_THE_HOUR, ADDRESS);
            case ROBOT -> row(medium, ChatKind.INTERNAL, ADDRESSED, Set.of(ADDED, CLICKED), AT_ONCE, AT_ONCE, WEBHOOK);
            case APP -> row(medium, ChatKind.INTERNAL, NONE, Set.of(), NOT, AT_ONCE, APPCHAT);
            case ARCHIVE -> row(medium, ChatKind.INTERNAL, ALL, Set.of(), NOT, NOT, NOTHING);
        };
    }

    /** No bot can be a member; an app is told of members, and may ask the owner to send something. */
    private static Capabilities customer(Medium medium) {
        return switch (medium) {
            case APP ->
                row(medium, ChatKind.CUSTOMER, NONE, Set.of(JOINED, LEFT, RENAMED), BY_DRAFT, WITH_CONFIRMATION, TASK);
            case ARCHIVE -> row(medium, ChatKind.CUSTOMER, ALL, Set.of(), NOT, NOT, NOTHING);
            case LINE, AIBOT, ROBOT -> row(medium, ChatKind.CUSTOMER, NONE, Set.of(), NOT, NOT, NOTHING);
        };
    }

    private static Capabilities direct(Medium medium) {
        Set<Occurrence> events = Set.of(ENTERED, CLICKED);
        return switch (medium) {
            case LINE -> row(medium, ChatKind.DIRECT, ALL, events, AT_ONCE, AT_ONCE, STREAM);
            case AIBOT -> row(medium, ChatKind.DIRECT, ALL, events, AT_ONCE, WITHIN_THE_HOUR, ADDRESS);
            case ROBOT -> row(medium, ChatKind.DIRECT, ALL, events, AT_ONCE, NOT, PASSIVE);
            case APP -> row(medium, ChatKind.DIRECT, ALL, events, AT_ONCE, AT_ONCE, PERSONAL);
            case ARCHIVE -> row(medium, ChatKind.DIRECT, NONE, Set.of(), NOT, NOT, NOTHING);
        };
    }

    /** Colleagues and customers one to one: the archive alone has it, and nobody speaks in between. */
    private static Capabilities amongThemselves(Medium medium) {
        return row(medium, ChatKind.PRIVATE, medium == Medium.ARCHIVE ? ALL : NONE, Set.of(), NOT, NOT, NOTHING);
    }

    private static Capabilities row(Medium medium, ChatKind chat, Hearing hearing, Set<Occurrence> events,
            Speaking answers, Speaking first, Format format) {
        return new Capabilities(medium, chat, hearing, events, answers, first, format);
    }
}
