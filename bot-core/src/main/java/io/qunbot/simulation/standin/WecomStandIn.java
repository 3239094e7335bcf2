package io.qunbot.simulation.standin;

import com.google.gson.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * WeCom's HTTP API on loopback: it knows what it is told of accounts, robots, members and groups. Thread-safe.
 */
public final class WecomStandIn implements AutoCloseable {

    private static final String EXTERNAL = "/cgi-bin/externalcontact/";

    private final InstantSource clock;
    private final TokenDesk tokens;
    private final RobotDesk robots;
    private final MessageDesk messages = new MessageDesk();
    private final AppChatDesk chats = new AppChatDesk();
    private final TaskDesk tasks;
    private final GroupDesk groups = new GroupDesk();
    private final ConsentDesk consents = new ConsentDesk();
    private final TagDesk tags = new TagDesk();
    private final AnswerDesk answers = new AnswerDesk();
    private final Endpoints open = new Endpoints();
    private final Endpoints guarded = new Endpoints();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final StandInServer server;

    private WecomStandIn(InstantSource clock) {
        this.clock = clock;
        tokens = new TokenDesk(clock);
        robots = new RobotDesk(clock);
        tasks = new TaskDesk(clock, tags::isConnected);
        open.on("/cgi-bin/gettoken", tokens::get).on("/cgi-bin/webhook/send", robots::send)
                .on("/cgi-bin/webhook/upload_media", robots::upload).on("/cgi-bin/aibot/response", answers::take);
        guarded.on("/cgi-bin/message/send", messages::send)
                .on("/cgi-bin/message/update_template_card", messages::update)
                .on("/cgi-bin/media/upload", messages::upload).on("/cgi-bin/agent/get", messages::agent)
                .on("/cgi-bin/getcallbackip", messages::callbackAddresses)
                .on("/cgi-bin/appchat/create", chats::create).on("/cgi-bin/appchat/update", chats::update)
                .on("/cgi-bin/appchat/get", chats::get).on("/cgi-bin/appchat/send", chats::send);
        customers();
        guarded.on("/cgi-bin/msgaudit/check_room_agree", consents::room)
                .on("/cgi-bin/msgaudit/check_single_agree", consents::single);
        server = new StandInServer(this::reply);
    }

    private void customers() {
        guarded.on(EXTERNAL + "add_msg_template", tasks::add)
                .on(EXTERNAL + "get_groupmsg_list_v2", tasks::made)
                .on(EXTERNAL + "get_follow_user_list", tags::followUsers).on(EXTERNAL + "list", tags::customers)
                .on(EXTERNAL + "get_groupmsg_task", tasks::members)
                .on(EXTERNAL + "get_groupmsg_send_result", tasks::results)
                .on(EXTERNAL + "remind_groupmsg_send", tasks::remind)
                .on(EXTERNAL + "cancel_groupmsg_send", tasks::cancel)
                .on(EXTERNAL + "groupchat/list", groups::list).on(EXTERNAL + "groupchat/get", groups::get)
                .on(EXTERNAL + "groupchat/add_join_way", groups::addWay)
                .on(EXTERNAL + "groupchat/get_join_way", groups::getWay)
                .on(EXTERNAL + "groupchat/update_join_way", groups::updateWay)
                .on(EXTERNAL + "groupchat/del_join_way", groups::deleteWay)
                .on(EXTERNAL + "get", tags::customer).on(EXTERNAL + "mark_tag", tags::mark)
                .on(EXTERNAL + "get_corp_tag_list", tags::list).on(EXTERNAL + "add_corp_tag", tags::add)
                .on(EXTERNAL + "group_welcome_template/add", groups::addTemplate)
                .on(EXTERNAL + "group_welcome_template/edit", groups::editTemplate)
                .on(EXTERNAL + "group_welcome_template/get", groups::getTemplate)
                .on(EXTERNAL + "group_welcome_template/del", groups::deleteTemplate);
    }

    /** @param clock what its limits and expiries go by */
    public static WecomStandIn start(InstantSource clock) {
        return new WecomStandIn(clock);
    }

    /** The base address, without a slash at its end. */
    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Makes an app known. */
    public WecomStandIn app(String corpId, String secret, int agentId) {
        tokens.know(corpId, secret);
        messages.know(agentId);
        return this;
    }

    /** Makes a member known; as long as none is, everybody is. */
    public WecomStandIn member(String userId) {
        messages.member(userId);
        return this;
    }

    /** Makes a group robot known. @return its webhook */
    public String robot(String key) {
        robots.know(key);
        return address() + "/cgi-bin/webhook/send?key=" + key;
    }

    /** Where an intelligent robot may answer once; each code is good for one answer. */
    public String answerAddress(String code) {
        answers.know(code);
        return address() + "/cgi-bin/aibot/response?response_code=" + code;
    }

    /** Makes a customer group known, as {@code groupchat/get} gives it. */
    public WecomStandIn group(JsonObject group) {
        groups.put(group);
        return this;
    }

    /**
     * Somebody said whether what they say may be archived.
     *
     * @param room a room's id, or a colleague's account for what is said to them alone
     * @param status {@code Agree}, {@code Disagree} or {@code Default_Agree}
     */
    public void consents(String room, String customer, String status) {
        consents.put(room, customer, status);
    }

    /** A colleague has added a customer. */
    public WecomStandIn befriend(String userId, String externalId) {
        tags.befriend(userId, externalId);
        return this;
    }

    /** They have each other no more. */
    public void part(String userId, String externalId) {
        tags.part(userId, externalId);
    }

    /** The names of the corp tags on a pair. */
    public List<String> tagsOn(String userId, String externalId) {
        return tags.on(userId, externalId);
    }

    /** A colleague puts a corp tag on a customer in the client, or takes it off. */
    public void edit(String userId, String externalId, String group, String tag, boolean on) {
        tags.edit(userId, externalId, group, tag, on);
    }

    /** A customer group has had its messages of the month. */
    public void full(String chat) {
        tasks.full(chat);
    }

    /** The member confirms a task. */
    public void confirm(String msgid) {
        tasks.confirm(msgid);
    }

    /** Somebody pressed a button of a card, whose callback holds this code. */
    public void clicked(String responseCode) {
        messages.clicked(responseCode);
    }

    /** Takes back all tokens before their time. */
    public void expireTokens() {
        tokens.expire();
    }

    /** The token that a company's app has now. */
    public Optional<String> token(String corpId) {
        return tokens.valid(corpId);
    }

    /** The next request to a path is answered so; several wait their turn. */
    public void next(String path, Fault fault) {
        faults.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).add(fault);
    }

    /** Everything that came, in order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** What came to one path, in order. */
    public List<Received> received(String path) {
        return received.stream().filter(each -> each.path().equals(path)).toList();
    }

    private StandInServer.Reply reply(StandInServer.Call call) {
        Received request = new Received(call.method(), call.path(), call.query(), call.body(), clock.instant());
        received.add(request);
        Optional<Fault> fault = Optional.ofNullable(faults.get(request.path())).map(Queue::poll);
        JsonObject answer = fault.filter(each -> !(each instanceof Fault.Reset || each instanceof Fault.Half))
                .isPresent() ? new JsonObject() : answer(request);
        return new StandInServer.Reply(answer.toString(), fault);
    }

    private JsonObject answer(Received request) {
        if (open.has(request.path())) {
            return open.answer(request);
        }
        try {
            tokens.check(request);
            return guarded.answer(request);
        } catch (Refused refused) {
            return Endpoints.result(refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
