package io.qunbot.transcript;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.PluginServices;
import io.qunbot.rota.Rotas;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is who in a case: colleagues by the accounts of their posts, everybody else by their name. Immutable. */
public final class Cast {

    private static final Set<String> MEMBER = Set.of("member", "成员");

    private final PluginServices services;
    private final Map<String, MemberId> colleagues;
    private final Set<String> members;

    private Cast(PluginServices services, Map<String, MemberId> colleagues, Set<String> members) {
        this.services = services;
        this.colleagues = Collections.unmodifiableMap(new LinkedHashMap<>(colleagues));
        this.members = Set.copyOf(members);
    }

    /**
     * Gives each colleague of a case an account of their post; of several the first that nobody has yet.
     *
     * @param services of the profile that is tested
     */
    public static Cast of(Map<String, List<Located<String>>> people, PluginServices services, Problems problems) {
        Map<String, MemberId> colleagues = new LinkedHashMap<>();
        Set<String> members = new LinkedHashSet<>();
        people.forEach((name, posts) -> {
            if (posts.stream().allMatch(post -> MEMBER.contains(post.value()))) {
                members.add(name);
            } else {
                account(name, posts, services, colleagues, problems).ifPresent(id -> colleagues.put(name, id));
            }
        });
        return new Cast(services, colleagues, members);
    }

    private static Optional<MemberId> account(String name, List<Located<String>> posts, PluginServices services,
            Map<String, MemberId> taken, Problems problems) {
        List<MemberId> fit = new ArrayList<>();
        for (Located<String> post : posts) {
            List<MemberId> holders = holders(post.value(), services);
            if (holders.isEmpty()) {
                unknown(post, services, problems);
                return Optional.empty();
            }
            if (fit.isEmpty()) {
                fit.addAll(holders);
            } else {
                fit.retainAll(holders);
            }
        }
        Optional<MemberId> free = fit.stream().filter(id -> !taken.containsValue(id)).findFirst();
        if (free.isEmpty()) {
            nobodyLeft(name, posts, problems);
        }
        return free;
    }

    /** Who holds a post, or has an account of that name. */
    private static List<MemberId> holders(String post, PluginServices services) {
        List<MemberId> holders = services.staff(post);
        return holders.isEmpty() && services.isStaff(new MemberId(post)) ? List.of(new MemberId(post)) : holders;
    }

    private static void unknown(Located<String> post, PluginServices services, Problems problems) {
        problems.error(TranscriptCode.UNKNOWN_POST.id(), post.place(),
                new Words(services.profile() + " 的 staff 里没有 “" + post.value() + "” 这个岗位",
                        "staff of " + services.profile() + " has no post '" + post.value() + "'"),
                Nearest.help(post.value(), services.posts()));
    }

    private static void nobodyLeft(String name, List<Located<String>> posts, Problems problems) {
        String all = posts.stream().map(Located::value).collect(Collectors.joining("、"));
        problems.error(TranscriptCode.UNKNOWN_POST.id(), posts.getFirst().place(),
                new Words("staff 里没有别的同事可以是 “" + name + "”(" + all + ")",
                        "staff has no other colleague who could be '" + name + "' (" + all + ")"),
                new Words("一位同事只写一个名字;兼几个岗位的写成列表,例如 " + name + ": [owner, manager]",
                        "a colleague has one name; who holds several posts gets a list, such as " + name
                                + ": [owner, manager]"));
    }

    /** Whoever is called that in the case. */
    public MemberId id(String name) {
        return colleagues.getOrDefault(name, new MemberId(name));
    }

    /** Whether this is a colleague of the case or a colleague's account. */
    public boolean isColleague(String name) {
        return services.isStaff(id(name));
    }

    /** Everybody whom the case introduces. */
    public List<MemberId> all() {
        return Stream.concat(colleagues.values().stream(), members.stream().sorted().map(MemberId::new)).toList();
    }

    /** Whether the case introduces somebody of that name. */
    public boolean knows(String name) {
        return colleagues.containsKey(name) || members.contains(name);
    }

    /** The accounts behind a post, a colleague's name or an account; empty when it is nobody. */
    public List<MemberId> accounts(String who) {
        List<MemberId> post = services.staff(who);
        if (!post.isEmpty()) {
            return post;
        }
        return isColleague(who) ? List.of(id(who)) : List.of();
    }

    /** What an account is called in the case, and whoever is on duty by their post; itself when it has no other name. */
    public String name(MemberId id) {
        return colleagues.entrySet().stream().filter(entry -> entry.getValue().equals(id)).map(Map.Entry::getKey)
                .findFirst().or(() -> post(id)).orElse(id.value());
    }

    private Optional<String> post(MemberId id) {
        return Rotas.isRota(id)
                ? services.posts().stream().filter(post -> services.staff(post).contains(id)).findFirst()
                : Optional.empty();
    }

    /** The names of those whose account is another. */
    public Map<MemberId, String> names() {
        return colleagues.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** Posts and colleagues that a line can name. */
    public List<String> addressees() {
        List<String> all = new ArrayList<>(services.posts());
        all.addAll(colleagues.keySet());
        return all;
    }

    /** Who holds a post and is introduced already, by name; empty when nobody does. */
    public Optional<String> holder(String post) {
        List<MemberId> holders = services.staff(post);
        return colleagues.entrySet().stream().filter(entry -> holders.contains(entry.getValue())).map(Map.Entry::getKey)
                .findFirst();
    }

    /** The names of the colleagues, as the case introduces them. */
    public List<String> colleagues() {
        return List.copyOf(colleagues.keySet());
    }
}
