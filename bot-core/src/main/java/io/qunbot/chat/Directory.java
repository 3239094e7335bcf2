package io.qunbot.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is known about groups and people beyond what their messages say. Thread-safe, never blocks. */
public interface Directory {

    /** Knows nobody. */
    Directory EMPTY = new Directory() {
    };

    default Optional<String> nameOf(MemberId member) {
        return Optional.empty();
    }

    default Optional<String> nameOf(ChatId chat) {
        return Optional.empty();
    }

    /** How many members a conversation has. */
    default OptionalInt sizeOf(ChatId chat) {
        return OptionalInt.empty();
    }

    /** Who owns a conversation. */
    default Optional<MemberId> ownerOf(ChatId chat) {
        return Optional.empty();
    }

    /** Whether somebody helps its owner to run a conversation. */
    default boolean manages(MemberId member, ChatId chat) {
        return false;
    }

    /** What is known of how somebody came into a conversation: the {@code state} of the QR code, for instance. */
    default Optional<String> stateOf(MemberId member, ChatId chat) {
        return Optional.empty();
    }

    /** The address of the join way that has a {@code state}: what somebody is sent who is invited. */
    default Optional<String> joinLink(String state) {
        return Optional.empty();
    }

    /** Who brought somebody into a conversation. */
    default Optional<MemberId> inviterOf(MemberId member, ChatId chat) {
        return Optional.empty();
    }

    /** Who is in a conversation; empty when that is not known. */
    default List<MemberId> membersOf(ChatId chat) {
        return List.of();
    }

    /**
     * Who is in a conversation and came at or after a time: who joined when an event names nobody.
     */
    default List<MemberId> joinedSince(ChatId chat, Instant since) {
        return List.of();
    }
}
