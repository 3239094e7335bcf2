package io.qunbot.bot;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.GatewayException;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.DirectoryTables;
import io.qunbot.store.JoinWayRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.RosterRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.customer.JoinWays;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * QR codes by which customers join groups: made and taken back by WeCom, remembered here, since WeCom lists them
 * nowhere. Blocks as long as WeCom takes.
 */
public final class JoinDesk {

    private static final int MOST_GROUPS = 5;
    private static final int LONGEST_STATE = 30;
    private static final int LONGEST_REMARK = 30;

    private final Store store;
    private final Map<String, WecomApi> apis;
    private final Supplier<RuleBook> book;
    private final InstantSource clock;

    /** @param made ISO 8601, UTC */
    public record Way(String id, String state, String remark, List<String> groups, String code, String made) {
        public Way {
            groups = List.copyOf(groups);
        }
    }

    /**
     * What a QR code is to be for.
     *
     * @param target a customer group's id, or a profile's for all of its customer groups
     * @param next the name of a new group when all are full; empty for none
     */
    public record Wish(String target, String state, String remark, String next) {}

    JoinDesk(Store store, Map<String, WecomApi> apis, Supplier<RuleBook> book, InstantSource clock) {
        this.store = store;
        this.apis = Map.copyOf(apis);
        this.book = book;
        this.clock = clock;
    }

    /** Whether there is an app that may be able to make them. */
    boolean isAble() {
        return !apis.isEmpty();
    }

    /** Whether a customer group is known that is meant. */
    boolean hasGroups(String target) {
        return !groups(target).isEmpty();
    }

    /** @throws Refused when it can't be made */
    public Way add(Wish wish) {
        check(wish);
        List<Chat> chats = groups(wish.target());
        if (chats.isEmpty() || chats.size() > MOST_GROUPS) {
            throw count(wish.target(), chats);
        }
        String channel = chats.getFirst().channel();
        JoinWays ways = ways(channel);
        try {
            String id = ways.add(new JoinWays.Plan(wish.remark(), chats.stream().map(Chat::id).toList(), wish.state(),
                    wish.next()));
            JoinWayRow row = new JoinWayRow(id, channel, wish.state(), wish.remark(),
                    chats.stream().map(chat -> chat.id().value()).toList(), code(ways, id), clock.instant());
            keep("the join way " + id, tables -> DirectoryTables.way(tables, row));
            return way(row);
        } catch (GatewayException refused) {
            throw refusal(refused);
        }
    }

    private static void check(Wish wish) {
        if (wish.state().isBlank() || length(wish.state()) > LONGEST_STATE || length(wish.remark()) > LONGEST_REMARK) {
            throw new Refused("state 要写,最多 30 个字;备注最多 30 个字",
                    "a state is needed, 30 characters at most, and so many of a remark");
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Refused count(String target, List<Chat> chats) {
        return chats.isEmpty()
                ? new Refused("没有这样的客户群或配置,或者它没有客户群:" + target + "(见过的群:./qunbot archive groups)",
                        "no such customer group or profile, or it has no customer groups: " + target)
                : new Refused(target + " 有 " + chats.size() + " 个客户群,一个入群方式最多 5 个:写群的 id,一群一个",
                        target + " has " + chats.size() + " customer groups, and a join way 5 at most: name one group");
    }

    /** It is made by then: without its picture it can still be found in WeCom by its id. */
    private static String code(JoinWays ways, String id) {
        try {
            return ways.get(id).code();
        } catch (GatewayException later) {
            return "";
        }
    }

    /** @param target a group's or profile's id; empty for all */
    public List<Way> list(String target) {
        List<String> wanted = target.isEmpty()
                ? List.of()
                : groups(target).stream().map(chat -> chat.id().value()).toList();
        return store.rosters().ways().stream()
                .filter(way -> target.isEmpty() || way.chats().stream().anyMatch(wanted::contains))
                .map(JoinDesk::way).toList();
    }

    /**
     * Takes a QR code back: nobody can join by it any more.
     *
     * @return empty when there is none with this id
     */
    public Optional<Way> remove(String id) {
        Optional<JoinWayRow> known = store.rosters().ways().stream().filter(way -> way.id().equals(id)).findFirst();
        known.ifPresent(way -> {
            try {
                ways(way.channel()).delete(id);
            } catch (GatewayException refused) {
                throw refusal(refused);
            }
            keep("that the join way " + id + " is gone", tables -> DirectoryTables.dropWay(tables, id));
        });
        return known.map(JoinDesk::way);
    }

    private void keep(String what, SmallUnit.Statement statement) {
        SmallUnit unit = new SmallUnit(what, statement);
        store.writer().submit(unit);
        if (!unit.awaitEnd()) {
            throw new Refused("写不进数据目录,见日志:" + what, "the data folder did not take " + what + ", see the log");
        }
    }

    private JoinWays ways(String channel) {
        return Optional.ofNullable(apis.get(channel)).map(JoinWays::new).orElseThrow(() -> new Refused(
                "通道 " + channel + " 没有 secret:在 config/bot.yaml 里填上自建应用的 secret",
                "channel " + channel + " has no secret: put the app's into config/bot.yaml"));
    }

    static Refused refusal(GatewayException refused) {
        String why = refused.code() == 0 ? "" : refused.code() + " ";
        return new Refused("企业微信没有答应:" + why + refused.getMessage(), "WeCom refused: " + why + refused.getMessage());
    }

    /** The customer groups that are meant. */
    private List<Chat> groups(String target) {
        RuleBook rules = book.get();
        return known().entrySet().stream()
                .filter(group -> group.getKey().id().value().equals(target)
                        || rules.profileOf(group.getKey(), group.getValue()).id().equals(target))
                .map(Map.Entry::getKey).toList();
    }

    /** Customer groups with their names: those that were met, and those that only the directory knows. */
    private Map<Chat, Optional<String>> known() {
        Map<Chat, Optional<String>> groups = new LinkedHashMap<>();
        for (LaneRow lane : store.chats()) {
            lane.chat().filter(chat -> chat.kind() == ChatKind.CUSTOMER)
                    .ifPresent(chat -> groups.put(chat, lane.firstName()));
        }
        for (RosterRow roster : store.rosters().all()) {
            Chat chat = new Chat(new ChatId(roster.chat()), ChatKind.CUSTOMER, roster.channel());
            if (store.lane(chat.lane()).isEmpty() && apis.containsKey(roster.channel())) {
                groups.put(chat, Optional.of(roster.name()).filter(name -> !name.isBlank()));
            }
        }
        return groups;
    }

    private static Way way(JoinWayRow row) {
        return new Way(row.id(), row.state(), row.remark(), row.chats(), row.code(), row.at().toString());
    }
}
