package io.qunbot.bot;

import io.qunbot.bot.campaign.CampaignDesk;
import io.qunbot.bot.campaign.Campaigner;
import io.qunbot.bot.campaign.Postman;
import io.qunbot.bot.campaign.WecomPostman;
import io.qunbot.bot.member.Headcount;
import io.qunbot.bot.mirror.Pair;
import io.qunbot.bot.mirror.TagMirror;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.directory.Refresher;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.pipeline.Order;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import io.qunbot.wecom.customer.CorpTags;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a running bot does through its apps beside the conversations: it knows groups and customers, welcomes and tags
 * them as the rules say, and writes to segments of them.
 */
final class Contacts implements AutoCloseable {

    private final RosterKeeper keeper;
    private final Optional<TagMirror> mirror;
    private final AppChatDesk appChats;
    private final JoinDesk joining;
    private final Segmentation segmentation;
    private final Campaigner campaigns;

    /** What of the bot they work with. */
    record House(Home home, Store store, GroupDirectory directory, Channels channels, Dispatcher dispatcher,
            Supplier<RuleBook> book, InstantSource clock) {}

    Contacts(AppApis apps, House house) {
        Store store = house.store();
        Supplier<RuleBook> book = house.book();
        InstantSource clock = house.clock();
        joining = new JoinDesk(store, apps.all(), book, clock);
        appChats = new AppChatDesk(apps.all(), house.directory(), clock);
        keeper = keeper(apps, house);
        mirror = apps.all().entrySet().stream().min(Map.Entry.comparingByKey())
                .map(app -> new TagMirror(new Pair.Sources(store,
                        new CorpTags(app.getValue(), apps.agentId(app.getKey())), book,
                        event -> house.dispatcher().order(List.of(event)), clock)));
        CampaignDesk desk = new CampaignDesk(
                new CampaignDesk.Sources(store, house.directory(), book, postman(apps, house.home()), clock));
        segmentation = new Segmentation(store, house.directory(), book, desk, clock);
        campaigns = new Campaigner(desk, clock, segmentation::keep);
    }

    /** A group is known by its members before anything has happened there. */
    private RosterKeeper keeper(AppApis apps, House house) {
        PlatformWelcomes welcomes = new PlatformWelcomes(house.book(), apps, house.store(), house.clock());
        JoinWayMaker ways = new JoinWayMaker(house.book(), joining, house.clock());
        Refresher refresher = new Refresher(house.directory(), apps.sources(), house.store(), house.clock(),
                house.dispatcher()::meets);
        return new RosterKeeper(refresher, house.directory(), house.channels(), () -> {
            welcomes.equate();
            ways.make();
        }, house.clock());
    }

    private static Optional<Postman> postman(AppApis apps, Home home) {
        return apps.all().entrySet().stream().min(Map.Entry.comparingByKey())
                .map(app -> new WecomPostman(app.getValue(), apps.agentId(app.getKey()), home.rules()));
    }

    void start() {
        keeper.start();
        mirror.ifPresent(TagMirror::start);
        campaigns.start();
    }

    /** @param payload as it came */
    void hear(Event event, byte[] payload) {
        keeper.hear(event, payload);
        mirror.ifPresent(it -> it.hear(event));
    }

    /** Somebody's tags are others. */
    void tagged(MemberId member) {
        mirror.ifPresent(it -> it.changed(member));
    }

    /** Whether tags are kept equal with WeCom's. */
    boolean mirrors() {
        return mirror.isPresent();
    }

    /** The groups that the apps create. */
    AppChatDesk appChats() {
        return appChats;
    }

    /** The QR codes by which customers join groups. */
    JoinDesk joining() {
        return joining;
    }

    /** The same words for each member of a segment. */
    CampaignDesk campaigns() {
        return campaigns.desk();
    }

    /** How many are in each segment, or in one; counted anew. */
    List<Headcount> segments(String profile, String segment) {
        return segmentation.of(profile, segment);
    }

    /** Gives an order about a campaign. @return whether there is one of that name */
    boolean order(Order order, String id) {
        boolean known = campaigns.desk().order(CampaignDesk.Order.valueOf(order.name()), id) > 0;
        if (known) {
            campaigns.call();
        }
        return known;
    }

    @Override
    public void close() {
        campaigns.close();
        mirror.ifPresent(TagMirror::close);
        keeper.close();
    }
}
