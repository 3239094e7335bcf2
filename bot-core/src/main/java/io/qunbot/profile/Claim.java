package io.qunbot.profile;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.yaml.Place;
import java.util.Optional;

/**
 * A profile's wish to have certain groups.
 *
 * @param line where it is written
 */
record Claim(GroupClaim groups, Profile profile, Place line) {

    boolean takes(Rank rank, Chat chat, Optional<String> name) {
        return groups.rank() == rank && groups.takes(chat.kind()) && switch (rank) {
            case ID -> groups.subject().equals(chat.id().value());
            case NAME -> name.filter(groups.subject()::equals).isPresent();
            case PATTERN -> name.filter(it -> NamePattern.matches(groups.subject(), it)).isPresent();
            case CHANNEL -> groups.subject().equals(chat.channel());
            case DIRECT -> chat.kind() == ChatKind.DIRECT;
            case REST -> true;
        };
    }
}
