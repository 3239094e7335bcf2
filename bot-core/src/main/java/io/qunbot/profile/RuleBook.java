package io.qunbot.profile;

import io.qunbot.calendar.Holidays;
import io.qunbot.chat.Chat;
import io.qunbot.chat.MemberId;
import io.qunbot.people.Activity;
import io.qunbot.people.Families;
import io.qunbot.people.Segments;
import io.qunbot.people.TagFiles;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.Models;
import io.qunbot.rota.Rotas;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Source;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All profiles and the groups they are for: a snapshot that a reload replaces as a whole. Immutable
 * and thread-safe.
 */
public final class RuleBook {

    private static final Profile SILENT = new Profile("default", "", Mode.WATCH,
            new Services("default", new Restraint(ZoneId.of("Asia/Shanghai"), List.of(), List.of(), Limits.NONE),
                    List.of(), Map.of(), Crew.NOBODY, Optional.empty(), Segments.NONE, Whereabouts.NOWHERE,
                    new Background(_ -> Optional.empty(), Instant.EPOCH, Models.NONE, Rotas.NONE, Holidays.NONE,
                            TagFiles.NONE),
                    List.of()),
            List.of());

    private final List<Claim> claims;
    private final List<Profile> profiles;
    private final String version;
    private final Map<String, Makeup> makeups;
    private final House house;
    private final Set<MemberId> colleagues;

    /** @param makeups by the profile's id */
    RuleBook(List<Profile> profiles, List<Claim> claims, String version, Map<String, Makeup> makeups, House house) {
        this.house = house;
        this.makeups = Map.copyOf(makeups);
        this.claims = List.copyOf(claims);
        this.version = version;
        Set<Profile> all = new LinkedHashSet<>(profiles);
        claims.forEach(claim -> all.add(claim.profile()));
        this.profiles = List.copyOf(all);
        this.colleagues = all.stream().flatMap(profile -> crew(profile, house.rotas()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A book without rules: every group is only watched. */
    public static RuleBook empty() {
        return new RuleBook(List.of(), List.of(), "", Map.of(), House.EMPTY);
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

    /** Whether nobody asked for this conversation in particular: it has what is for the rest, or nothing. */
    public boolean isLeftOver(Chat chat, Optional<String> name) {
        return Stream.of(Rank.values()).filter(rank -> rank != Rank.REST)
                .noneMatch(rank -> takers(rank, chat, name).size() == 1);
    }

    private static Stream<MemberId> crew(Profile profile, Rotas rotas) {
        return profile.services().posts().stream().flatMap(post -> profile.services().staff(post).stream())
                .flatMap(holder -> Stream.concat(Stream.of(holder), rotas.people(holder).stream()));
    }

    /** Whether a member is somebody's colleague, in whichever profile. */
    public boolean isColleague(MemberId member) {
        return colleagues.contains(member);
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
        return claimants(rank, chat, name).stream().map(Claim::profile).distinct().toList();
    }

    /** A group that is with a settled version stays with it, even if a newer file elsewhere wants it, too. */
    private List<Claim> claimants(Rank rank, Chat chat, Optional<String> name) {
        List<Claim> all = claims.stream().filter(claim -> claim.takes(rank, chat, name)).toList();
        List<Claim> settled = all.stream().filter(Claim::isSettled).toList();
        return settled.isEmpty() ? all : settled;
    }

    /** The line by which a conversation got its profile; empty when nobody wants it. */
    public Optional<Place> lineOf(Chat chat, Optional<String> name) {
        return Arrays.stream(Rank.values()).map(rank -> claimants(rank, chat, name))
                .filter(found -> found.stream().map(Claim::profile).distinct().count() == 1).findFirst()
                .map(found -> found.getFirst().place());
    }

    /**
     * This book with two versions of a profile: the one that is written here for a few groups, and for all
     * others the one of an earlier book, which may have none.
     *
     * @param groups ids or names, {@code *} is any text and {@code ?} one character
     */
    public RuleBook trying(String id, List<String> groups, RuleBook earlier) {
        List<Claim> both = new ArrayList<>();
        claims.forEach(claim -> both.add(claim.isOf(id) ? claim.as(Edition.TRIAL, new Audience(groups, true)) : claim));
        earlier.claims.stream().filter(claim -> claim.isOf(id))
                .forEach(claim -> both.add(claim.as(Edition.SETTLED, new Audience(groups, false))));
        List<Profile> all = new ArrayList<>();
        profiles.forEach(profile -> all.add(profile.id().equals(id) ? profile.as(Edition.TRIAL) : profile));
        earlier.profiles.stream().filter(profile -> profile.id().equals(id))
                .forEach(profile -> all.add(profile.as(Edition.SETTLED)));
        return new RuleBook(all, both, version, makeups, house);
    }

    /** The families of the operator's tags. */
    public Families families() {
        return house.tags().families();
    }

    /** The segments that all profiles know. */
    public Segments segments() {
        return house.tags().segments();
    }

    /** Who counts as active, and who as a lurker. */
    public Activity activity() {
        return house.tags().activity();
    }

    /** Who is on duty when. */
    public Rotas rotas() {
        return house.rotas();
    }

    /** What each profile is made of, by its id. */
    public Map<String, Makeup> makeups() {
        return makeups;
    }

    /** The ids of the groups that are asked for by their ids. */
    public List<String> named() {
        return claims.stream().map(Claim::groups).filter(claim -> claim.rank() == Rank.ID).map(GroupClaim::subject)
                .distinct().toList();
    }

    /** The profile of an id, as its file gives it; empty when there is none. */
    public Optional<Profile> profile(String id) {
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /**
     * The same rules as they would be if every conversation had one profile; nobody has any other.
     *
     * @param id the profile's; when there is none, every group is only watched
     */
    public RuleBook solely(String id) {
        GroupClaim everybody = new GroupClaim(Optional.empty(), Optional.empty(), Optional.empty(), false, true,
                Optional.empty(), Optional.empty());
        Place here = new Place(new Source("", ""), 1, 1, 1);
        return new RuleBook(profiles, profile(id).map(profile -> new Claim(everybody, profile, here, Audience.ALL))
                .stream().toList(), version, makeups, house);
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
