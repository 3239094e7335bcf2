package io.qunbot.load;

import io.qunbot.bot.Home;
import io.qunbot.bot.RuleFiles;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.dispatch.Settings;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import io.qunbot.simulation.Scratch;
import io.qunbot.simulation.SimulatedPeople;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.simulation.schedule.Forecast;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The year 2028, with its leap day, in groups of the three shipped profiles and of copies of them in zones whose
 * clocks change. Its holidays are made up: those of 2028 are not published.
 */
final class Year {

    private static final List<String> PROFILES = List.of("nurture", "service", "conversion");
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Asia/Shanghai"), ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"));
    private static final LocalDate FIRST = LocalDate.of(2028, 1, 1);
    private static final Instant START = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String HOLIDAYS = """
            year: 2028
            source: "测试用,不是公布的安排"
            holidays:
              - { name: 春节, from: "2028-01-25", until: "2028-02-02" }
              - { name: 劳动节, from: "2028-05-01", until: "2028-05-05" }
              - { name: 国庆节, from: "2028-09-29", until: "2028-10-06" }
            workdays: ["2028-02-05", "2028-10-08"]
            """;

    private final int count;
    private final Instant end;
    private final List<String> wrong = new ArrayList<>();
    private int slots;
    private int said;

    /** A group, and when its first customer comes. */
    private record Group(String profile, ZoneId zone, int number) {

        Chat chat() {
            return new Chat(new ChatId(name(profile, zone) + "-" + number), ChatKind.INTERNAL, VirtualBot.CHANNEL);
        }

        LocalDate joined() {
            return FIRST.plusDays(1 + number * 7L % 340);
        }

        Instant joins() {
            return joined().atTime(LocalTime.of(10, 0)).atZone(zone).toInstant();
        }
    }

    /** What a run came to; {@code wrong} has to be empty. */
    record Result(int groups, int slots, int said, List<String> wrong) {}

    Year(int groups, int days) {
        this.count = groups;
        this.end = START.plus(Duration.ofDays(days));
    }

    private static String name(String profile, ZoneId zone) {
        String city = zone.getId().substring(zone.getId().indexOf('/') + 1).toLowerCase(java.util.Locale.ROOT);
        return profile + "-" + city.replace('_', '-');
    }

    Result run() throws IOException {
        List<Group> groups = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            groups.add(new Group(PROFILES.get(number % 3), ZONES.get(number / 3 % 3), number));
        }
        Map<Group, Set<Almanac.Due>> found = new HashMap<>();
        try (Scratch folder = new Scratch();
                VirtualBot bot = new VirtualBot(new VirtualBot.Parts(folder.path(),
                        new SimulatedPeople(Map.of()), Settings.DEFAULT, START), book())) {
            live(bot, groups, found);
        }
        groups.forEach(group -> compare(group, found.getOrDefault(group, Set.of())));
        return new Result(groups.size(), slots, said, wrong);
    }

    private void live(VirtualBot bot, List<Group> groups, Map<Group, Set<Almanac.Due>> found) {
        Map<ChatId, Group> byChat = groups.stream().collect(Collectors.toMap(group -> group.chat().id(), each -> each));
        TreeMap<Instant, List<Group>> joins = new TreeMap<>();
        groups.forEach(group -> bot.meet(group.chat()));
        groups.stream().filter(group -> group.profile().equals("conversion"))
                .forEach(group -> joins.computeIfAbsent(group.joins(), _ -> new ArrayList<>()).add(group));
        for (Instant week = START; week.isBefore(end); week = week.plus(WEEK)) {
            Instant until = week.plus(WEEK).isBefore(end) ? week.plus(WEEK) : end;
            while (!joins.isEmpty() && joins.firstKey().isBefore(until)) {
                Map.Entry<Instant, List<Group>> next = joins.pollFirstEntry();
                watch(bot, next.getKey(), byChat, found);
                next.getValue().forEach(group -> bot.deliver(new Event.Joined(bot.newId(VirtualBot.CHANNEL), bot.now(),
                        group.chat(), List.of(new MemberId("customer" + group.number())), 1, "")));
            }
            watch(bot, until, byChat, found);
        }
    }

    private void watch(VirtualBot bot, Instant until, Map<ChatId, Group> groups, Map<Group, Set<Almanac.Due>> found) {
        Forecast.of(bot, until.minusMillis(1)).stream().filter(slot -> slot.plugin().equals("topics")).forEach(slot -> {
            Group group = Optional.ofNullable(groups.get(slot.chat().id())).orElseThrow();
            Almanac.Due due = new Almanac.Due(slot.id(), slot.step(), slot.nominal(), slot.at().isPresent());
            if (!found.computeIfAbsent(group, _ -> new TreeSet<>()).add(due)) {
                wrong.add(group + " twice: " + due);
            }
            if (slot.at().filter(at -> !at.equals(slot.nominal())).isPresent()) {
                wrong.add(group + " late: " + slot);
            }
        });
        bot.forget();
    }

    private void compare(Group group, Set<Almanac.Due> found) {
        Set<LocalDate> off = new TreeSet<>(Almanac.days(LocalDate.of(2028, 1, 25), 9));
        off.addAll(Almanac.days(LocalDate.of(2028, 5, 1), 5));
        off.addAll(Almanac.days(LocalDate.of(2028, 9, 29), 8));
        Set<Almanac.Due> wanted = new Almanac(START, end, group.zone(), off).of(group.profile(), group.joined());
        slots += found.size();
        said += (int) found.stream().filter(Almanac.Due::said).count();
        wanted.stream().filter(due -> !found.contains(due)).forEach(due -> wrong.add(group + " lacks " + due));
        found.stream().filter(due -> !wanted.contains(due)).forEach(due -> wrong.add(group + " has " + due));
    }

    private static RuleBook book() throws IOException {
        SortedMap<String, byte[]> files = RuleFiles.read(new Home(Path.of("..").resolve("rules").toFile().isDirectory()
                ? Path.of("..")
                : Path.of("")));
        files.put("config/holidays/2028.yaml", HOLIDAYS.getBytes(StandardCharsets.UTF_8));
        for (String profile : PROFILES) {
            String shipped = new String(files.getOrDefault("rules/" + profile + ".yaml", new byte[0]),
                    StandardCharsets.UTF_8);
            for (ZoneId zone : ZONES) {
                files.put("rules/" + name(profile, zone) + ".yaml",
                        copy(shipped, profile, zone).getBytes(StandardCharsets.UTF_8));
            }
        }
        Map<String, Plugin<?>> plugins = new HashMap<>();
        ServiceLoader.load(Plugin.class).forEach(plugin -> plugins.put(plugin.name(), plugin));
        Reading reading = new BookReader(plugins, _ -> Optional.empty(),
                InstantSource.fixed(FIRST.atStartOfDay(ZoneOffset.UTC).toInstant())).read(files);
        if (!reading.broken().isEmpty()) {
            throw new IllegalStateException(String.valueOf(reading.problems()));
        }
        return reading.book();
    }

    /** The shipped profile, elsewhere. */
    private static String copy(String shipped, String profile, ZoneId zone) {
        return shipped.replace("profile: " + profile + "\n",
                "profile: " + name(profile, zone) + "\nzone: " + zone + "\n")
                .replaceFirst("(?s)groups:.*?\nstaff:",
                        "groups: [{ name: \"" + name(profile, zone) + "-*\" }]\nstaff:");
    }
}
