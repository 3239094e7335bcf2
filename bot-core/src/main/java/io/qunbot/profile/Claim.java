package io.qunbot.profile;

import io.qunbot.chat.Chat;
import java.util.Optional;

/** A profile's wish to have certain groups. */
record Claim(GroupClaim groups, Profile profile) {

    boolean takes(Rank rank, Chat chat, Optional<String> name) {
        return groups.takes(rank, chat, name);
    }
}
