package io.qunbot.profile;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.yaml.Place;
import java.util.Optional;

/**
 * A profile's wish to have certain groups.
 *
 * @param place where it is written
 * @param audience for whom it counts while two versions of the profile run
 */
record Claim(GroupClaim groups, Profile profile, Place place, Audience audience) {

    Claim as(Edition edition, Audience others) {
        return new Claim(groups, profile.as(edition), place, others);
    }

    boolean isOf(String id) {
        return profile.id().equals(id);
    }

    boolean isSettled() {
        return profile.edition() == Edition.SETTLED;
    }

    boolean takes(Rank rank, Chat chat, Optional<String> name) {
        return groups.rank() == rank && groups.takes(chat.kind()) && audience.includes(chat, name) && switch (rank) {
            case ID -> groups.subject().equals(chat.id().value());
            case NAME -> name.filter(groups.subject()::equals).isPresent();
            case PATTERN -> name.filter(it -> NamePattern.matches(groups.subject(), it)).isPresent();
            case CHANNEL -> groups.subject().equals(chat.channel());
            case DIRECT -> chat.kind() == ChatKind.DIRECT;
            case REST -> true;
        };
    }
}
