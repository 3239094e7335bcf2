package io.qunbot.profile;

import io.qunbot.calendar.Holidays;
import io.qunbot.chat.MemberId;
import io.qunbot.people.Segments;
import io.qunbot.plugin.Detail;
import io.qunbot.plugin.Embedder;
import io.qunbot.plugin.Entry;
import io.qunbot.plugin.Hours;
import io.qunbot.plugin.Judge;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Roles;
import io.qunbot.plugin.Segment;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.YamlMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one profile offers its plugins. */
record Services(String profile, Restraint restraint, List<String> value, Map<String, String> vars,
        Crew crew, Optional<Located<Entry>> entry, Segments segmented,
        Whereabouts tree,
        Background background, List<Detail> details) implements PluginServices {

    Services {
        details = List.copyOf(details);
        value = List.copyOf(value);
        vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
    }

    /** @param tree what the settings were read from */
    static Services of(ProfileSettings settings, YamlMap tree, Background background, List<Detail> details) {
        Map<String, List<MemberId>> colleagues = new LinkedHashMap<>();
        settings.staff().forEach((post, holders) -> colleagues.put(post, holders.holders()));
        return new Services(settings.id(), Restraint.of(settings), settings.value(), settings.vars(),
                Crew.of(colleagues, background.rotas()),
                settings.entry(), background.tags().segments().and(settings.segments()), new Whereabouts(tree),
                background, details);
    }

    @Override
    public ZoneId zone() {
        return restraint.zone();
    }

    @Override
    public List<Hours> hours() {
        return restraint.hours();
    }

    @Override
    public Holidays holidays() {
        return background.holidays();
    }

    @Override
    public Optional<Instant> quietUntil(Instant now) {
        return restraint.quietUntil(now);
    }

    @Override
    public List<MemberId> staff(String post) {
        return crew.posts().getOrDefault(post, List.of());
    }

    @Override
    public List<String> posts() {
        return List.copyOf(crew.posts().keySet());
    }

    @Override
    public boolean isStaff(MemberId member) {
        return crew.all().contains(member);
    }

    @Override
    public boolean holds(String post, MemberId member) {
        return staff(post).contains(member)
                || staff(post).stream().anyMatch(holder -> background.rotas().people(holder).contains(member));
    }

    @Override
    public List<MemberId> onDuty(String post, Instant now) {
        return background.rotas().who(staff(post), now);
    }

    @Override
    public Optional<Place> where(String... path) {
        return tree.of(path);
    }

    @Override
    public Optional<String> nameOf(MemberId member) {
        return background.names().apply(member);
    }

    @Override
    public Optional<Embedder> embedder() {
        return background.models().embedder();
    }

    @Override
    public Optional<Judge> judge() {
        return background.models().judge();
    }

    @Override
    public Optional<Segment> segment(String name) {
        return segmented.of(name, (role, person) -> Roles.holds(role, person, this));
    }

    @Override
    public List<String> segments() {
        return segmented.names();
    }

    @Override
    public LocalDate today() {
        return background.now().atZone(zone()).toLocalDate();
    }
}
