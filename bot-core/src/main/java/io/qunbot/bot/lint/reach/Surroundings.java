package io.qunbot.bot.lint.reach;

import io.qunbot.chat.Capabilities;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Medium;
import io.qunbot.profile.GroupClaim;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the groups of a profile may live, as far as the configured channels and the profile's own words tell. */
record Surroundings(Map<String, Channel> channels) {

    Surroundings {
        channels = Map.copyOf(channels);
    }

    /** One way in which a group may be reached. */
    record Way(Channel channel, Capabilities can) {

        ChatKind kind() {
            return can.chat();
        }

        /** Whether words get out though nobody asked. */
        boolean speaksUnasked() {
            return channel.speaksFirst() && can.first() != Capabilities.Speaking.NOT;
        }
    }

    /**
     * A line of {@code groups}, and how its groups may be reached.
     *
     * @param ways empty when nothing reaches them
     */
    record Ground(GroupClaim claim, Place place, List<Way> ways) {

        Ground {
            ways = List.copyOf(ways);
        }

        /** Whether conversations of this kind may be among them. */
        boolean mayBe(ChatKind kind) {
            return ways.stream().anyMatch(way -> way.kind() == kind);
        }

        /** Whether they are customer groups for sure. */
        boolean isCustomer() {
            return claim.kind().filter(GroupClaim.Kind.CUSTOMER::equals).isPresent();
        }

        /** Whether the line itself tells what they are; an id or a name alone may be anything. */
        boolean isSure() {
            return claim.kind().isPresent() || claim.channel().isPresent() || claim.direct();
        }

        /** Those that are groups. */
        List<Way> groups() {
            return ways.stream().filter(way -> way.kind() != ChatKind.DIRECT).toList();
        }
    }

    Ground ground(Located<GroupClaim> claim) {
        return new Ground(claim.value(), claim.place(), ways(claim.value()));
    }

    private List<Way> ways(GroupClaim claim) {
        List<ChatKind> kinds = kinds(claim);
        return reached(claim).filter(channel -> channel.medium() != Medium.ARCHIVE).flatMap(channel -> kinds.stream()
                .map(kind -> new Way(channel, Capabilities.of(channel.medium(), kind))))
                .filter(way -> !way.can().isDeaf()).toList();
    }

    private Stream<Channel> reached(GroupClaim claim) {
        return claim.channel().isPresent()
                ? claim.channel().flatMap(name -> Optional.ofNullable(channels.get(name))).stream()
                : channels.values().stream();
    }

    /** A conversation with one person has the channel and the member in its id. */
    private static List<ChatKind> kinds(GroupClaim claim) {
        boolean personal = claim.direct() || claim.id().filter(id -> id.contains(":")).isPresent();
        if (personal) {
            return List.of(ChatKind.DIRECT);
        }
        return claim.kind().map(kind -> List.of(ChatKind.valueOf(kind.name())))
                .orElseGet(() -> claim.channel().isPresent() || claim.rest()
                        ? ChatKind.written()
                        : List.of(ChatKind.INTERNAL, ChatKind.CUSTOMER));
    }

    /** Whether a session archive brings what is said in groups of a kind. */
    boolean overhears(ChatKind kind) {
        return channels.values().stream().anyMatch(channel -> channel.overhears().contains(kind));
    }

    /** Whether some channel can tell colleagues something, away from the groups. */
    boolean reachesColleagues() {
        return channels.values().stream().anyMatch(channel -> channel.medium() == Medium.LINE
                || (channel.medium() == Medium.APP && channel.speaksFirst()));
    }

    /** Whether some channel can ask owners of customer groups to send something. */
    boolean givesTasks() {
        return channels.values().stream()
                .anyMatch(channel -> channel.medium() == Medium.APP && channel.speaksFirst());
    }
}
