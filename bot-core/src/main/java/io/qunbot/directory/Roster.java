package io.qunbot.directory;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.MemberId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A group and who is in it, as a channel gave it.
 *
 * @param admins beside the owner
 * @param version changes with the members; empty when the channel has none
 */
public record Roster(ChatId chat, String name, Optional<MemberId> owner, List<MemberId> admins, String notice,
        String version, List<Membership> members) {

    public Roster {
        admins = List.copyOf(admins);
        members = List.copyOf(members);
    }

    public Optional<Membership> member(MemberId id) {
        return members.stream().filter(each -> each.member().equals(id)).findFirst();
    }

    /** Who is in it now and was not before. */
    public List<Membership> since(Roster before) {
        return members.stream().filter(each -> before.member(each.member()).isEmpty()).toList();
    }

    /** The same, where those who have no time of joining and were not there before joined now. */
    Roster timed(Roster before, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new Roster(chat, name, owner, admins, notice, version, members.stream()
                .map(each -> each.joined().equals(Instant.EPOCH)
                        ? each.at(before.member(each.member()).map(Membership::joined).orElse(second))
                        : each)
                .toList());
    }
}
