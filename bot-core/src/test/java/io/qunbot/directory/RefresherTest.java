package io.qunbot.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.Store;
import io.qunbot.wecom.api.Account;
import io.qunbot.wecom.api.Patience;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.app.AppGroups;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefresherTest {

    private static final String GET = "/cgi-bin/externalcontact/groupchat/get";
    private static final ChatId ID = new ChatId("wr1");
    private static final Chat GROUP = new Chat(ID, ChatKind.CUSTOMER, "app");
    private static final MemberId WANG = new MemberId("wmWang");

    @TempDir
    private Path folder;
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-02T01:00:00Z"));
    private WecomStandIn wecom;
    private Store store;
    private GroupDirectory directory;
    private Refresher refresher;
    private final List<Chat> newcomers = new ArrayList<>();

    @BeforeEach
    void start() {
        wecom = WecomStandIn.start(clock).app("ww1", "s3cret", 7).group(group("一群", "v1"));
        open();
    }

    private void open() {
        store = Store.open(folder.resolve("qunbot.db"), Thread.ofPlatform().daemon());
        directory = new GroupDirectory(store);
        WecomApi api = new WecomApi(new Account("ww1", "s3cret", wecom.address()), Patience.USUAL);
        refresher = new Refresher(directory, Map.of("app", new AppGroups(api)), store, clock,
                newcomers::add);
    }

    @AfterEach
    void stop() {
        store.close();
        wecom.close();
    }

    private JsonObject group(String name, String version, String... more) {
        StringBuilder members = new StringBuilder("{'userid':'zhangsan','type':1,'join_time':1,'name':'张三'}");
        for (String each : more) {
            members.append(",{'userid':'").append(each).append("','type':2,'join_time':")
                    .append(clock.instant().getEpochSecond()).append(",'name':'小王','state':'expo'}");
        }
        return JsonParser.parseString(("{'chat_id':'wr1','name':'" + name + "','owner':'zhangsan','member_version':'"
                + version + "','member_list':[" + members + "]}").replace('\'', '"')).getAsJsonObject();
    }

    private Event joined(String version) {
        return new Event.Joined(new EventId("app", version), clock.instant(), GROUP, List.of(), 1, version);
    }

    private void settle() {
        for (Optional<Instant> next = refresher.work(); next.isPresent(); next = refresher.work()) {
            clock.set(next.get().isAfter(clock.instant()) ? next.get() : clock.instant());
        }
    }

    @Test
    void knowsAllGroupsAfterASurveyAndStillAfterARestart() {
        refresher.survey();
        settle();
        assertThat(directory.nameOf(ID)).contains("一群");

        store.close();
        open();
        assertThat(directory.nameOf(ID)).contains("一群");
        assertThat(directory.sizeOf(ID)).isEqualTo(OptionalInt.of(1));
        assertThat(directory.ownerOf(ID)).contains(new MemberId("zhangsan"));
        assertThat(directory.nameOf(new MemberId("zhangsan"))).contains("张三");
        refresher.survey();
        settle();
        assertThat(wecom.received(GET)).hasSize(1);
    }

    @Test
    void tellsOfGroupsInWhichNothingHasHappenedYetAlsoAfterARestart() {
        refresher.survey();
        settle();
        assertThat(newcomers).containsExactly(GROUP);

        store.close();
        open();
        refresher.survey();
        settle();
        assertThat(newcomers).as("nothing has happened there since").containsExactly(GROUP, GROUP);
    }

    @Test
    void findsOutWhoJoinedWhenTheEventNamesNobody() {
        refresher.survey();
        settle();
        clock.set(clock.instant().plus(Duration.ofMinutes(5)));
        wecom.group(group("一群", "v2", "wmWang"));

        assertThat(refresher.heard(joined("v2"))).isTrue();
        settle();
        assertThat(directory.joinedSince(ID, clock.instant().minus(Duration.ofMinutes(1)))).containsExactly(WANG);
        assertThat(directory.stateOf(WANG, ID)).contains("expo");
        assertThat(directory.membersOf(ID)).contains(WANG);
        assertThat(directory.inviterOf(WANG, ID)).isEqualTo(directory.roster(ID).flatMap(roster -> roster.member(WANG))
                .flatMap(Membership::inviter));
    }

    @Test
    void asksOnceMoreWhenTheListLagsBehindTheEvent() {
        refresher.heard(joined("v2"));
        refresher.work();
        wecom.group(group("一群", "v2", "wmWang"));
        settle();

        assertThat(wecom.received(GET)).hasSize(2);
        assertThat(directory.membersOf(ID)).contains(WANG);
        assertThat(refresher.heard(joined("v2"))).as("known already").isFalse();
    }

    @Test
    void triesAgainWhatPassesAndGivesUpWhatDoesNot() {
        wecom.next(GET, Fault.code(45009));
        wecom.next(GET, new Fault.Reset());
        refresher.heard(joined("v1"));
        settle();
        assertThat(directory.nameOf(ID)).contains("一群");

        Chat stranger = new Chat(new ChatId("internal"), ChatKind.INTERNAL, "app");
        Event said = new Event.Changed(new EventId("app", "x"), clock.instant(), stranger, Event.Change.NAME);
        refresher.heard(said);
        settle();
        assertThat(directory.roster(stranger.id())).isEmpty();
    }

    @Test
    void wantsToSurveyAgainWhenWecomWasNotThere() {
        wecom.next("/cgi-bin/externalcontact/groupchat/list", new Fault.Other(502, ""));
        assertThat(refresher.survey()).isFalse();
        wecom.next("/cgi-bin/externalcontact/groupchat/list", Fault.code(48002));
        assertThat(refresher.survey()).as("nobody may, however often").isTrue();
    }

    @Test
    void forgetsWhatIsDismissed() {
        refresher.survey();
        settle();
        refresher.heard(new Event.Changed(new EventId("app", "x"), clock.instant(), GROUP, Event.Change.DISMISSED));

        assertThat(directory.nameOf(ID)).isEmpty();
    }
}
