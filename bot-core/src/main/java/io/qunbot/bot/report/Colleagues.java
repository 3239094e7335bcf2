package io.qunbot.bot.report;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.directory.Membership;
import io.qunbot.profile.Profile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of those in a group is no customer: looked up once for each group, asked for every message. */
final class Colleagues {

    private final Profile profile;
    private final GroupDirectory directory;
    private final Map<ChatId, Set<MemberId>> listed = new HashMap<>();

    Colleagues(Profile profile, GroupDirectory directory) {
        this.profile = profile;
        this.directory = directory;
    }

    boolean has(MemberId member, Chat chat) {
        return profile.services().isStaff(member)
                || listed.computeIfAbsent(chat.id(), this::listed).contains(member);
    }

    private Set<MemberId> listed(ChatId chat) {
        return directory.roster(chat).map(roster -> roster.members().stream().filter(Membership::colleague)
                .map(Membership::member).collect(Collectors.toSet())).orElse(Set.of());
    }
}
