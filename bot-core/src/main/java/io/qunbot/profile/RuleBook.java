package io.qunbot.profile;

import io.qunbot.chat.Chat;
import io.qunbot.plugin.Models;
import io.qunbot.yaml.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All profiles and the groups they are for: a snapshot that a reload replaces as a whole. Immutable
 * and thread-safe.
 */
public final class RuleBook {

    private static final Profile SILENT = new Profile("default", "", Mode.WATCH,
            new Services("default", ZoneId.of("Asia/Shanghai"), List.of(), Map.of(), Map.of(), Whereabouts.NOWHERE,
                    new Background(_ -> Optional.empty(), Instant.EPOCH, Models.NONE)),
            List.of());

    private final List<Claim> claims;
    private final List<Profile> profiles;
    private final String version;

    RuleBook(List<Profile> profiles, List<Claim> claims, String version) {
        this.claims = List.copyOf(claims);
        this.version = version;
        Set<Profile> all = new LinkedHashSet<>(profiles);
        claims.forEach(claim -> all.add(claim.profile()));
        this.profiles = List.copyOf(all);
    }

    /** A book without rules: every group is only watched. */
    public static RuleBook empty() {
        return new RuleBook(List.of(), List.of(), "");
    }

    /**
     * The profile of a conversation: by id, name, pattern, channel, one-to-one, or what is for the
     * rest; a silent one when nobody wants it.
     *
     * @param name the group's name, empty when it has none or it is not known yet
     */
    public Profile profileOf(Chat chat, Optional<String> name) {
        for (Rank rank : Rank.values()) {
            List<Profile> takers = takers(rank, chat, name);
            if (takers.size() == 1) {
                return takers.getFirst();
            }
        }
        return SILENT;
    }

    /**
     * The entry under {@code groups} that gives a conversation its profile; empty when nobody wants it.
     *
     * @param name see {@link #profileOf}
     */
    public Optional<Place> lineOf(Chat chat, Optional<String> name) {
        Profile profile = profileOf(chat, name);
        return Stream.of(Rank.values())
                .flatMap(rank -> claims.stream().filter(claim -> claim.takes(rank, chat, name)))
                .filter(claim -> claim.profile().equals(profile)).map(Claim::line).findFirst();
    }

    /** Whether nobody asked for this conversation in particular: it has what is for the rest, or nothing. */
    public boolean isLeftOver(Chat chat, Optional<String> name) {
        return Stream.of(Rank.values()).filter(rank -> rank != Rank.REST)
                .noneMatch(rank -> takers(rank, chat, name).size() == 1);
    }

    /**
     * The profiles whose different patterns both fit a group's name: none of them gets it by name.
     * Empty when there is no such tie, or the group is claimed by its id or its exact name.
     */
    public List<Profile> tied(Chat chat, Optional<String> name) {
        boolean settled = !takers(Rank.ID, chat, name).isEmpty() || !takers(Rank.NAME, chat, name).isEmpty();
        List<Profile> takers = settled ? List.of() : takers(Rank.PATTERN, chat, name);
        return takers.size() > 1 ? takers : List.of();
    }

    private List<Profile> takers(Rank rank, Chat chat, Optional<String> name) {
        return claims.stream().filter(claim -> claim.takes(rank, chat, name)).map(Claim::profile).distinct().toList();
    }

    /** The profile of an id, as its file gives it; empty when there is none. */
    public Optional<Profile> profile(String id) {
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /** The profiles in the order of their files, a group's own version of one right behind the others. */
    public List<Profile> profiles() {
        return profiles;
    }

    /** A short hash of all files: the same rules have the same version. */
    public String version() {
        return version;
    }
}
