package io.qunbot.wecom.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.bot.StoredWelcomes;
import io.qunbot.chat.Body;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Receipt;
import io.qunbot.directory.Membership;
import io.qunbot.directory.Roster;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.Store;
import io.qunbot.wecom.api.Account;
import io.qunbot.wecom.api.Patience;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.customer.GroupTasks.GroupProgress;
import io.qunbot.wecom.customer.GroupTasks.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerTest {

    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final MemberId ZHANG = new MemberId("zhangsan");

    private WecomStandIn wecom;
    private WecomApi api;

    @BeforeEach
    void start() {
        wecom = WecomStandIn.start(new VirtualClock(Instant.parse("2026-11-02T01:00:00Z"))).app("ww1", "s3cret", 7);
        api = new WecomApi(new Account("ww1", "s3cret", wecom.address()), Patience.USUAL);
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    }

    private JsonObject last(String call) {
        return wecom.received(PATH + call).getLast().json();
    }

    @Test
    void followsATaskUntilItIsSentOrOverTheCap() throws GatewayException {
        GroupTasks tasks = new GroupTasks(api);
        Receipt receipt = tasks.add(ZHANG, List.of(new ChatId("wr1"), new ChatId("wr2")), Body.text("好消息"));
        String id = receipt.reference();

        assertThat(receipt.outcome()).isEqualTo(Outcome.QUEUED_FOR_CONFIRMATION);
        assertThat(tasks.follow(id)).isEqualTo(new GroupTasks.Task(id, false,
                List.of(new GroupProgress("wr1", Progress.PENDING), new GroupProgress("wr2", Progress.PENDING))));
        wecom.full("wr2");
        wecom.confirm(id);
        assertThat(tasks.follow(id)).isEqualTo(new GroupTasks.Task(id, true,
                List.of(new GroupProgress("wr1", Progress.SENT), new GroupProgress("wr2", Progress.OVER_THE_CAP))));
        assertThat(last("get_groupmsg_task")).isEqualTo(json("{'msgid':'" + id + "','limit':1000}"));
        assertThat(last("get_groupmsg_send_result"))
                .isEqualTo(json("{'msgid':'" + id + "','userid':'zhangsan','limit':1000}"));
    }

    @Test
    void namesGroupsForWhichThereIsNoTask() throws GatewayException {
        GroupTasks tasks = new GroupTasks(api);
        wecom.full("wr2");

        assertThat(tasks.add(ZHANG, List.of(new ChatId("wr1"), new ChatId("wr2")), Body.text("好")).note())
                .contains("wr2").doesNotContain("wr1");
        assertThat(catchThrowableOfType(GatewayException.class,
                () -> tasks.add(ZHANG, List.of(new ChatId("wr2")), Body.text("好"))))
                .satisfies(e -> assertThat(e.remedy()).isEqualTo(Remedy.DROP));
    }

    @Test
    void remindsThreeTimesAndCancels() throws GatewayException {
        GroupTasks tasks = new GroupTasks(api);
        String id = tasks.add(ZHANG, List.of(new ChatId("wr1")), Body.text("好")).reference();
        for (int i = 0; i < 3; i++) {
            tasks.remind(id);
        }

        assertThat(catchThrowableOfType(GatewayException.class, () -> tasks.remind(id)).remedy())
                .isEqualTo(Remedy.BACK_OFF);
        tasks.cancel(id);
        wecom.confirm(id);
        assertThat(tasks.follow(id).confirmed()).isFalse();
    }

    @Test
    void sendsArticlesAsLinks() throws GatewayException {
        new GroupTasks(api).add(ZHANG, List.of(new ChatId("wr1")),
                new Body.News(List.of(new Body.Article("周报", "本周", "https://example.com/1", ""))));

        assertThat(last("add_msg_template")).isEqualTo(json("{'attachments':[{'msgtype':'link','link':{'title':'周报',"
                + "'url':'https://example.com/1','desc':'本周'}}],'chat_type':'group','sender':'zhangsan',"
                + "'chat_id_list':['wr1']}"));
    }

    @Test
    void keepsOneTemplateEqualToTheProfileAcrossRestarts(@TempDir Path folder) throws GatewayException {
        assertThat(equate(folder, "欢迎 %NICKNAME%")).isEqualTo(WelcomeTemplates.Task.CHOOSE);
        assertThat(last("group_welcome_template/add"))
                .isEqualTo(json("{'text':{'content':'欢迎 %NICKNAME%'},'agentid':7,'notify':1}"));
        assertThat(equate(folder, "欢迎 %NICKNAME%")).isEqualTo(WelcomeTemplates.Task.NONE);
        assertThat(equate(folder, "你好")).isEqualTo(WelcomeTemplates.Task.CHANGED);
        assertThat(wecom.received(PATH + "group_welcome_template/add")).hasSize(1);
        assertThat(last("group_welcome_template/edit"))
                .isEqualTo(json("{'text':{'content':'你好'},'template_id':'template1'}"));
    }

    @Test
    void makesATemplateAnewThatSomebodyDeleted(@TempDir Path folder) throws GatewayException {
        equate(folder, "旧");
        api.post(PATH + "group_welcome_template/del", json("{'template_id':'template1'}"));

        assertThat(equate(folder, "新")).isEqualTo(WelcomeTemplates.Task.CHOOSE);
    }

    private WelcomeTemplates.Task equate(Path folder, String text) throws GatewayException {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-02T01:00:00Z"));
        try (Store store = Store.open(folder.resolve("qunbot.db"), Thread.ofPlatform().daemon())) {
            return new WelcomeTemplates(api, 7, new StoredWelcomes(store, clock)).equate("service", text);
        }
    }

    @Test
    void makesQrCodesThatTellWhereSomebodyCameFrom() throws GatewayException {
        JoinWays ways = new JoinWays(api);
        String id = ways.add(new JoinWays.Plan("展会", List.of(new ChatId("wr1")), "expo-2026", "客户群"));

        assertThat(last("groupchat/add_join_way")).isEqualTo(json("{'scene':2,'remark':'展会','auto_create_room':1,"
                + "'chat_id_list':['wr1'],'state':'expo-2026','room_base_name':'客户群','room_base_id':1}"));
        assertThat(ways.get(id).state()).isEqualTo("expo-2026");
        ways.delete(id);
        assertThat(catchThrowableOfType(GatewayException.class, () -> ways.get(id)).code()).isEqualTo(40058);
        assertThat(catchThrowableOfType(GatewayException.class,
                () -> ways.add(new JoinWays.Plan("", List.of(new ChatId("wr1")), "一".repeat(31), "")))).isNotNull();
    }

    @Test
    void readsGroupsWithEverythingThatIsKnownOfTheirMembers() throws GatewayException {
        wecom.group(json("{'chat_id':'wr1','name':'一群','owner':'zhangsan','create_time':1,'notice':'公告',"
                + "'member_version':'v2','admin_list':[{'userid':'lisi'}],'member_list':[{'userid':'zhangsan','type':1,"
                + "'join_time':1793494800,'join_scene':1,'name':'张三'},{'userid':'wmA','type':2,'join_time':1793494860,"
                + "'join_scene':3,'invitor':{'userid':'zhangsan'},'group_nickname':'','name':'小王','state':'expo'}]}"));
        CustomerGroups groups = new CustomerGroups(api);

        assertThat(groups.list()).containsExactly(new ChatId("wr1"));
        assertThat(last("groupchat/list")).isEqualTo(json("{'status_filter':0,'limit':1000}"));
        assertThat(groups.get(new ChatId("wr1"))).isEqualTo(new Roster(new ChatId("wr1"), "一群", Optional.of(ZHANG),
                List.of(new MemberId("lisi")), "公告", "v2",
                List.of(new Membership(ZHANG, "张三", true, Instant.ofEpochSecond(1793494800), 1, "", Optional.empty()),
                        new Membership(new MemberId("wmA"), "小王", false, Instant.ofEpochSecond(1793494860), 3, "expo",
                                Optional.of(ZHANG)))));
        assertThat(last("groupchat/get")).isEqualTo(json("{'chat_id':'wr1','need_name':1}"));
    }
}
