package io.qunbot.profile;

import io.qunbot.chat.Chat;
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
        return audience.includes(chat, name) && groups.takes(rank, chat, name);
    }
}
