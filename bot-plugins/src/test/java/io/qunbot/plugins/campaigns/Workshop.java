package io.qunbot.plugins.campaigns;

import com.google.gson.JsonElement;
import io.qunbot.bot.campaign.CampaignDesk;
import io.qunbot.bot.campaign.WecomPostman;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.people.Card;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.CampaignRun;
import io.qunbot.store.Campaigns;
import io.qunbot.store.LaneRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.wecom.api.Account;
import io.qunbot.wecom.api.Patience;
import io.qunbot.wecom.api.WecomApi;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A store, WeCom's stand-in behind a socket, and the desk of campaigns between them, under a clock that is set. */
final class Workshop implements AutoCloseable {

    static final String ADD = "/cgi-bin/externalcontact/add_msg_template";
    static final String SAY = "/cgi-bin/message/send";

    /** Monday, eight o'clock in Shanghai. */
    static final Instant START = Instant.parse("2026-12-07T00:00:00Z");

    private final Path folder;
    private final Path file;
    private final VirtualClock clock = new VirtualClock(START);
    private final WecomStandIn wecom = WecomStandIn.start(clock).app("ww1", "s3cret", 7);
    private Store store;
    private RuleBook book;
    private CampaignDesk desk;
    private int lanes;

    Workshop(Path folder, String campaigns) {
        this.folder = folder;
        file = folder.resolve("qunbot.db");
        rules(campaigns);
        store = Store.open(file, Thread.ofPlatform().daemon());
        desk = open();
    }

    private CampaignDesk open() {
        WecomApi api = new WecomApi(new Account("ww1", "s3cret", wecom.address()), Patience.USUAL);
        return new CampaignDesk(new CampaignDesk.Sources(store, new GroupDirectory(store), () -> book,
                Optional.of(new WecomPostman(api, 7, folder)), clock));
    }

    static RuleBook book(String campaigns) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("config/tags.yaml", """
                families:
                  意向: { any: [问价, 多门店] }
                  退订: { any: [退订] }
                segments:
                  多店意向: { all: [多门店], any: [问价] }
                """.getBytes(StandardCharsets.UTF_8));
        files.put("rules/nurture.yaml", ("""
                profile: nurture
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                quiet: ["21:00-08:00"]
                staff: { owner: lisi, backup: zhou.min }
                vars: { 资料: "https://www.example.com/library" }
                mode: auto
                plugins:
                  campaigns:
                """ + campaigns.indent(4)).getBytes(StandardCharsets.UTF_8));
        Reading reading = new BookReader(Map.of("campaigns", new CampaignsPlugin()), _ -> Optional.empty())
                .read(files);
        if (!reading.broken().isEmpty()) {
            throw new IllegalArgumentException(reading.problems().toString());
        }
        return reading.book();
    }

    void rules(String campaigns) {
        book = book(campaigns);
    }

    WecomStandIn wecom() {
        return wecom;
    }

    CampaignDesk desk() {
        return desk;
    }

    RuleBook book() {
        return book;
    }

    Store store() {
        return store;
    }

    /** The process ends and another one begins. */
    void restarts() {
        store.close();
        store = Store.open(file, Thread.ofPlatform().daemon());
        desk = open();
    }

    /** A customer with tags, whom a colleague has. */
    void customer(String id, String colleague, String... tags) {
        wecom.befriend(colleague, id);
        person(id, tags);
    }

    void person(String id, String... tags) {
        int number = store.lane(LaneId.of(new MemberId(id))).map(LaneRow::number).orElseGet(() -> ++lanes);
        SmallUnit unit = new SmallUnit(id, tables -> {
            if (store.lane(LaneId.of(new MemberId(id))).isEmpty()) {
                tables.lane(new LaneRow(number, LaneId.of(new MemberId(id)), Optional.empty(), Optional.empty()),
                        START);
            }
            tables.remember(number, Card.OWNER, Card.KEY, new Card(List.of(tags), Map.of()).json());
        });
        store.writer().submit(unit);
        unit.awaitEnd();
    }

    /** Many of them at once. */
    void people(int count, List<String> tags) {
        SmallUnit unit = new SmallUnit("people", tables -> {
            for (int number = 0; number < count; number++) {
                LaneRow lane = new LaneRow(++lanes, LaneId.of(new MemberId("wm" + number)), Optional.empty(),
                        Optional.empty());
                tables.lane(lane, START);
                tables.remember(lane.number(), Card.OWNER, Card.KEY, new Card(tags, Map.of()).json());
            }
        });
        store.writer().submit(unit);
        unit.awaitEnd();
    }

    /** Time passes while nobody is there. */
    void clockAt(String time) {
        clock.set(Instant.parse(time));
    }

    /** Lets the desk work until a time, whenever it wants to. */
    void until(String time) {
        Instant end = Instant.parse(time);
        Optional<Instant> next = desk.work();
        while (next.isPresent() && !next.get().isAfter(end)) {
            clock.set(next.get().isAfter(clock.instant()) ? next.get() : clock.instant().plus(Duration.ofSeconds(1)));
            next = desk.work();
        }
        clock.set(end);
        desk.work();
    }

    /** The senders and customers of the tasks that were made, in order. */
    List<String> asked() {
        return wecom.received(ADD).stream().map(request -> request.json().get("sender").getAsString() + ":"
                + StreamSupport.stream(request.json().getAsJsonArray("external_userid").spliterator(), false)
                        .map(JsonElement::getAsString).sorted().collect(Collectors.joining(",")))
                .toList();
    }

    /** How many members of the newest time are in each state. */
    Map<String, Integer> states() {
        CampaignRun run = store.campaigns().runs("", 1).getFirst();
        return store.campaigns().counts(run).stream().collect(Collectors.toMap(count -> count.state().name(),
                Campaigns.Count::members, Integer::sum, TreeMap::new));
    }

    @Override
    public void close() {
        store.close();
        wecom.close();
    }
}
