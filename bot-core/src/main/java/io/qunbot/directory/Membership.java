package io.qunbot.directory;

import io.qunbot.chat.MemberId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody in a group.
 *
 * @param name may be empty
 * @param colleague whether it is a member of the company
 * @param joined the epoch when it is not known
 * @param scene how they came: 1 invited, 2 by an invitation's link, 3 by QR code, 0 not known
 * @param state of the join way they came by; empty when there was none
 */
public record Membership(MemberId member, String name, boolean colleague, Instant joined, int scene, String state,
        Optional<MemberId> inviter) {

    /** A colleague of whom nothing more is known. */
    public static Membership colleague(MemberId member) {
        return new Membership(member, "", true, Instant.EPOCH, 0, "", Optional.empty());
    }

    Membership at(Instant time) {
        return new Membership(member, name, colleague, time, scene, state, inviter);
    }
}
