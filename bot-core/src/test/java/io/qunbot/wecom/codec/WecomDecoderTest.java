package io.qunbot.wecom.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.codec.tree.Documents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WecomDecoderTest {

    private static final Instant AT = Instant.ofEpochSecond(1_800_000_000);
    private static final Instant RECEIVED = Instant.parse("2027-01-15T08:00:01.234Z");
    private static final MemberId LILEI = new MemberId("lilei");
    private static final Chat DIRECT = new Chat(new ChatId("kf:lilei"), ChatKind.DIRECT, "kf");
    private static final Chat GROUP = new Chat(new ChatId("wrkSFfCgAA"), ChatKind.INTERNAL, "kf");
    private static final Chat CUSTOMERS = new Chat(new ChatId("wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA"), ChatKind.CUSTOMER,
            "kf");

    private static Event decode(ChannelKind kind, String payload) {
        return new WecomDecoder(kind).decode("kf", payload.getBytes(UTF_8), RECEIVED);
    }

    private static Event app(String fields) {
        return decode(ChannelKind.APP, "<xml><ToUserName><![CDATA[ww1]]></ToUserName>"
                + "<FromUserName><![CDATA[lilei]]></FromUserName><CreateTime>1800000000</CreateTime>" + fields
                + "<AgentID>1000002</AgentID></xml>");
    }

    private static Content appContent(String type, String fields) {
        Event event = app(
                "<MsgType><![CDATA[" + type + "]]></MsgType>" + fields + "<MsgId>7123456789012345678</MsgId>");
        assertThat(event).isInstanceOfSatisfying(Event.Said.class, said -> {
            assertThat(said.id()).isEqualTo(new EventId("kf", "7123456789012345678"));
            assertThat(said.at()).isEqualTo(AT);
            assertThat(said.chat()).isEqualTo(DIRECT);
            assertThat(said.by()).isEqualTo(LILEI);
            assertThat(said.mentioned()).isTrue();
        });
        return ((Event.Said) event).content();
    }

    @Test
    void readsTextToTheApplication() {
        assertThat(appContent("text", "<Content><![CDATA[发票怎么开? 😀 <b>&]]></Content>"))
                .isEqualTo(new Content.Text("发票怎么开? 😀 <b>&"));
        assertThat(appContent("text", "<Content><![CDATA[a]]]]><![CDATA[>b]]></Content>"))
                .isEqualTo(new Content.Text("a]]>b"));
        assertThat(appContent("text", "<Content>a &amp; b</Content>")).isEqualTo(new Content.Text("a & b"));
    }

    @Test
    void readsPicturesVoicesAndFilesToTheApplication() {
        String media = "<MediaId><![CDATA[m1]]></MediaId>";

        assertThat(appContent("image", "<PicUrl><![CDATA[http://p/1]]></PicUrl>" + media))
                .isEqualTo(new Content.Image("m1"));
        assertThat(appContent("image", "<PicUrl><![CDATA[http://p/1]]></PicUrl>"))
                .isEqualTo(new Content.Image("http://p/1"));
        assertThat(appContent("voice", media + "<Format>amr</Format>")).isEqualTo(new Content.Voice("", "m1"));
        assertThat(appContent("voice", media + "<Recognition><![CDATA[开发票]]></Recognition>"))
                .isEqualTo(new Content.Voice("开发票", "m1"));
        assertThat(appContent("video", media + "<ThumbMediaId>t</ThumbMediaId>")).isEqualTo(new Content.Video("m1"));
        assertThat(appContent("shortvideo", media)).isEqualTo(new Content.Video("m1"));
        assertThat(appContent("file", media + "<FileName><![CDATA[合同.pdf]]></FileName>"))
                .isEqualTo(new Content.File("合同.pdf", "m1"));
    }

    @Test
    void readsPlacesAndLinksToTheApplication() {
        assertThat(appContent("location", "<Location_X>23.134521</Location_X><Location_Y>113.358803</Location_Y>"
                + "<Scale>20</Scale><Label><![CDATA[广州]]></Label>"))
                .isEqualTo(new Content.Location("广州", 23.134521, 113.358803));
        assertThat(appContent("location", "<Location_X>?</Location_X>")).isEqualTo(new Content.Unknown("location"));
        assertThat(appContent("link", "<Title><![CDATA[t]]></Title><Description><![CDATA[d]]></Description>"
                + "<Url><![CDATA[https://u]]></Url>")).isEqualTo(new Content.Link("t", "d", "https://u"));
        assertThat(appContent("hologram", "")).isEqualTo(new Content.Unknown("hologram"));
        assertThat(appContent("text", "<Content></Content>")).isEqualTo(new Content.Unknown("text"));
    }

    private static Event appEvent(String type, String fields) {
        return app("<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[" + type + "]]></Event>" + fields);
    }

    private static Event customers(String fields) {
        return decode(ChannelKind.APP,
                "<xml><ToUserName><![CDATA[ww1]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName>"
                        + "<CreateTime>1800000000</CreateTime><MsgType><![CDATA[event]]></MsgType>"
                        + "<Event><![CDATA[change_external_chat]]></Event>"
                        + "<ChatId><![CDATA[" + CUSTOMERS.id() + "]]></ChatId>" + fields + "</xml>");
    }

    private static Event update(String detail, String fields) {
        return customers("<ChangeType><![CDATA[update]]></ChangeType><UpdateDetail><![CDATA[" + detail
                + "]]></UpdateDetail>" + fields);
    }

    @Test
    void readsWhoJoinedACustomerGroup() {
        String items = "<JoinScene>3</JoinScene><MemChangeCnt>2</MemChangeCnt><MemChangeList><Item>wm1</Item>"
                + "<Item><![CDATA[wm2]]></Item></MemChangeList><LastMemVer>v1</LastMemVer><CurMemVer>v2</CurMemVer>";
        String commas = "<MemChangeCnt>2</MemChangeCnt><MemChangeList><![CDATA[wm1, wm2,]]></MemChangeList>"
                + "<CurMemVer>v2</CurMemVer>";

        assertThat(List.of(update("add_member", items), update("add_member", commas)))
                .allSatisfy(event -> assertThat(event).isEqualTo(new Event.Joined(event.id(), AT, CUSTOMERS,
                        List.of(new MemberId("wm1"), new MemberId("wm2")), 2, "v2")));
    }

    @Test
    void countsJoinersWhoAreNotNamed() {
        assertThat(update("add_member", "<MemChangeCnt>5</MemChangeCnt>")).isInstanceOfSatisfying(Event.Joined.class,
                joined -> assertThat(joined.count()).isEqualTo(5));
        assertThat(update("add_member", "<MemChangeCnt>-9</MemChangeCnt>")).isInstanceOfSatisfying(Event.Joined.class,
                joined -> assertThat(joined.count()).isEqualTo(1));
        assertThat(update("add_member", "<MemChangeList><Item>a</Item><Item>b</Item></MemChangeList>"))
                .isInstanceOfSatisfying(Event.Joined.class, joined -> assertThat(joined.count()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,true", "'',false"})
    void readsWhoLeftACustomerGroup(String scene, boolean removed) {
        Event event = update("del_member", "<QuitScene>" + scene + "</QuitScene><MemChangeCnt>1</MemChangeCnt>"
                + "<MemChangeList><Item>wm1</Item></MemChangeList><CurMemVer>v3</CurMemVer>");

        assertThat(event)
                .isEqualTo(new Event.Left(event.id(), AT, CUSTOMERS, List.of(new MemberId("wm1")), 1, removed, "v3"));
    }

    @ParameterizedTest
    @CsvSource({"change_owner,OWNER", "change_name,NAME", "change_notice,NOTICE"})
    void readsWhatChangedInACustomerGroup(String detail, Event.Change what) {
        Event event = update(detail, "");

        assertThat(event).isEqualTo(new Event.Changed(event.id(), AT, CUSTOMERS, what));
    }

    @Test
    void readsTheBeginningAndEndOfACustomerGroup() {
        assertThat(customers("<ChangeType>create</ChangeType>")).isInstanceOfSatisfying(Event.Changed.class,
                changed -> assertThat(changed.what()).isEqualTo(Event.Change.CREATED));
        assertThat(customers("<ChangeType>dismiss</ChangeType>")).isInstanceOfSatisfying(Event.Changed.class,
                changed -> assertThat(changed.what()).isEqualTo(Event.Change.DISMISSED));
    }

    @Test
    void keepsUnknownChangesInTheLaneOfTheirGroup() {
        assertThat(update("change_colour", "")).isInstanceOfSatisfying(Event.Unknown.class, unknown -> {
            assertThat(unknown.lane()).isEqualTo(CUSTOMERS.lane());
            assertThat(unknown.type()).isEqualTo("change_external_chat/update/change_colour");
        });
        assertThat(customers("<ChangeType>melt</ChangeType>").lane()).isEqualTo(CUSTOMERS.lane());
    }

    @ParameterizedTest
    @ValueSource(strings = {"enter_agent", "subscribe"})
    void readsWhoOpenedTheApplication(String type) {
        Event event = appEvent(type, "<EventKey><![CDATA[]]></EventKey>");

        assertThat(event).isEqualTo(new Event.Entered(event.id(), AT, DIRECT, LILEI));
    }

    @Test
    void readsButtonsOfTheApplication() {
        Event menu = appEvent("click", "<EventKey><![CDATA[help]]></EventKey>");
        Event card = appEvent("template_card_event",
                "<EventKey>ok</EventKey><TaskId>t1</TaskId><CardType>vote</CardType>"
                        + "<ResponseCode>code</ResponseCode><SelectedItems><SelectedItem><QuestionKey>q1</QuestionKey><OptionIds>"
                        + "<OptionId>a</OptionId><OptionId>b</OptionId></OptionIds></SelectedItem></SelectedItems>");

        assertThat(menu).isEqualTo(new Event.Clicked(menu.id(), AT, DIRECT, LILEI, "help", "", Map.of()));
        assertThat(card).isEqualTo(
                new Event.Clicked(card.id(), AT, DIRECT, LILEI, "ok", "t1", Map.of("q1", List.of("a", "b"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"msgaudit_notify", "change_external_contact", "change_external_tag"})
    void readsNotificationsWithTheirFields(String type) {
        assertThat(appEvent(type, "<ChangeType>add_external_contact</ChangeType><UserID>zhou</UserID>"))
                .isInstanceOfSatisfying(Event.Notified.class, notified -> {
                    assertThat(notified.kind()).isEqualTo(type);
                    assertThat(notified.fields()).containsEntry("ChangeType", "add_external_contact")
                            .containsEntry("UserID", "zhou");
                    assertThat(notified.lane()).isEqualTo(LaneId.ofChannel("kf"));
                });
    }

    private static final String ROBOT_XML = "<xml><WebhookUrl><![CDATA[http://q/send?key=k]]></WebhookUrl>"
            + "<MsgId><![CDATA[CAEQ+u/2Bg==]]></MsgId><ChatId><![CDATA[wrkSFfCgAA]]></ChatId>"
            + "<ChatType><![CDATA[group]]></ChatType><From><UserId><![CDATA[lilei]]></UserId><Name><![CDATA[李雷]]></Name>"
            + "<Alias><![CDATA[Li]]></Alias></From>";

    private static Event robotXml(String type, String fields) {
        return decode(ChannelKind.ROBOT, ROBOT_XML + "<MsgType><![CDATA[" + type + "]]></MsgType>" + fields + "</xml>");
    }

    private static Event robotJson(String type, String fields) {
        return decode(ChannelKind.ROBOT,
                "{\"webhook_url\":\"http://q\",\"msgid\":\"CAEQ+u/2Bg==\",\"chatid\":\"wrkSFfCgAA\","
                        + "\"chattype\":\"group\",\"from\":{\"userid\":\"lilei\",\"name\":\"李雷\"},\"msgtype\":\"" + type
                        + "\","
                        + fields + "}");
    }

    private static Event aibot(String type, String fields) {
        return decode(ChannelKind.AIBOT, "{\"msgid\":\"CAEQ+u/2Bg==\",\"aibotid\":\"AIBOT\",\"chatid\":\"wrkSFfCgAA\","
                + "\"chattype\":\"group\",\"from\":{\"userid\":\"lilei\"},\"msgtype\":\"" + type + "\"," + fields
                + "}");
    }

    private static Event.Said said(Content content) {
        return new Event.Said(new EventId("kf", "CAEQ+u/2Bg=="), RECEIVED, GROUP, LILEI, content, true);
    }

    @Test
    void readsTextToRobotsOfAllForms() {
        Event said = said(new Content.Text("@小群 发票怎么开/报销"));

        assertThat(robotXml("text", "<Text><Content><![CDATA[@小群 发票怎么开/报销]]></Content></Text>")).isEqualTo(said);
        assertThat(robotJson("text", "\"text\":{\"content\":\"@小群 发票怎么开\\/报销\"}")).isEqualTo(said);
        assertThat(aibot("text", "\"text\":{\"content\":\"@小群 发票怎么开\\/报销\"}")).isEqualTo(said);
    }

    @Test
    void readsOnlyTheNewWordsBesideAQuote() {
        assertThat(aibot("text",
                "\"text\":{\"content\":\"是吗\"},\"quote\":{\"msgtype\":\"text\",\"text\":{\"content\":\"旧\"}}"))
                .isEqualTo(said(new Content.Text("是吗")));
    }

    @Test
    void readsPicturesToRobotsOfAllForms() {
        Event said = said(new Content.Image("https://i/1"));

        assertThat(robotXml("image", "<Image><ImageUrl><![CDATA[https://i/1]]></ImageUrl></Image>")).isEqualTo(said);
        assertThat(robotJson("image", "\"image\":{\"image_url\":\"https://i/1\"}")).isEqualTo(said);
        assertThat(aibot("image", "\"image\":{\"url\":\"https://i/1\"}")).isEqualTo(said);
    }

    @Test
    void readsMixedMessagesToRobotsOfAllForms() {
        Event said = said(new Content.Mixed(List.of(new Content.Text("看"), new Content.Image("https://i/1"))));

        assertThat(robotXml("mixed",
                "<MixedMessage><MsgItem><MsgType>text</MsgType><Text><Content>看</Content></Text></MsgItem>"
                        + "<MsgItem><MsgType>image</MsgType><Image><ImageUrl>https://i/1</ImageUrl></Image></MsgItem></MixedMessage>"))
                .isEqualTo(said);
        assertThat(
                robotJson("mixed",
                        "\"mixed_message\":{\"msg_item\":[{\"msg_type\":\"text\",\"text\":{\"content\":\"看\"}},"
                                + "{\"msg_type\":\"image\",\"image\":{\"image_url\":\"https://i/1\"}}]}"))
                .isEqualTo(said);
        assertThat(aibot("mixed", "\"mixed\":{\"msg_item\":[{\"msgtype\":\"text\",\"text\":{\"content\":\"看\"}},"
                + "{\"msgtype\":\"image\",\"image\":{\"url\":\"https://i/1\"}}]}")).isEqualTo(said);
        assertThat(aibot("mixed", "\"mixed\":{}")).isEqualTo(said(new Content.Unknown("mixed")));
    }

    @Test
    void readsVoicesFilesAndFilmsToTheIntelligentRobot() {
        assertThat(aibot("voice", "\"voice\":{\"content\":\"开发票\"}")).isEqualTo(said(new Content.Voice("开发票", "")));
        assertThat(aibot("file", "\"file\":{\"url\":\"https://f\"}"))
                .isEqualTo(said(new Content.File("", "https://f")));
        assertThat(aibot("video", "\"video\":{\"url\":\"https://v\"}")).isEqualTo(said(new Content.Video("https://v")));
        assertThat(aibot("smell", "\"smell\":{}")).isEqualTo(said(new Content.Unknown("smell")));
    }

    @ParameterizedTest
    @CsvSource({"add_to_chat,BOT_ADDED", "delete_from_chat,BOT_REMOVED"})
    void readsWhereTheRobotWasAddedAndRemoved(String type, Event.Change what) {
        Event xml = robotXml("event", "<Event><EventType><![CDATA[" + type + "]]></EventType></Event>");
        Event json = robotJson("event", "\"event\":{\"event_type\":\"" + type + "\"}");

        assertThat(xml).isEqualTo(new Event.Changed(xml.id(), RECEIVED, GROUP, what));
        assertThat(json).isEqualTo(xml);
    }

    @Test
    void readsWhoOpenedTheRobotAlone() {
        String alone = "\"chattype\":\"single\",\"from\":{\"corpid\":\"ww1\",\"userid\":\"lilei\"}";

        assertThat(decode(ChannelKind.AIBOT, "{\"msgid\":\"m1\",\"create_time\":1800000000,\"aibotid\":\"A\"," + alone
                + ",\"msgtype\":\"event\",\"event\":{\"eventtype\":\"enter_chat\"}}"))
                .isEqualTo(new Event.Entered(new EventId("kf", "m1"), AT, DIRECT, LILEI));
        assertThat(decode(ChannelKind.ROBOT, "{\"msgid\":\"m1\"," + alone
                + ",\"msgtype\":\"event\",\"event\":{\"event_type\":\"enter_chat\"}}"))
                .isEqualTo(new Event.Entered(new EventId("kf", "m1"), RECEIVED, DIRECT, LILEI));
    }

    @Test
    void readsButtonsOfRobotsOfAllForms() {
        Event.Clicked pressed = new Event.Clicked(new EventId("kf", "CAEQ+u/2Bg=="), RECEIVED, GROUP, LILEI, "ok",
                "cb1",
                Map.of("ok", List.of("1")));

        assertThat(robotXml("attachment",
                "<Attachment><CallbackId>cb1</CallbackId><Actions><Name>ok</Name><Value>1</Value>"
                        + "<Type>button</Type></Actions></Attachment>"))
                .isEqualTo(pressed);
        assertThat(robotJson("attachment", "\"attachment\":{\"callbackid\":\"cb1\",\"actions\":[{\"name\":\"ok\","
                + "\"value\":\"1\",\"type\":\"button\"}]}")).isEqualTo(pressed);
        assertThat(aibot("event",
                "\"event\":{\"eventtype\":\"template_card_event\",\"template_card_event\":{\"card_type\":\"vote\","
                        + "\"event_key\":\"ok\",\"task_id\":\"cb1\",\"selected_items\":{\"selected_item\":[{\"question_key\":\"ok\","
                        + "\"option_ids\":{\"option_id\":[\"1\"]}}]}}}"))
                .isEqualTo(pressed);
    }

    @Test
    void readsFeedbackOnTheIntelligentRobot() {
        assertThat(aibot("event",
                "\"event\":{\"eventtype\":\"feedback_event\",\"feedback_event\":{\"id\":\"f1\",\"type\":2,"
                        + "\"content\":\"不对\"}}"))
                .isInstanceOfSatisfying(Event.Notified.class, notified -> {
                    assertThat(notified.kind()).isEqualTo("feedback_event");
                    assertThat(notified.fields()).isEqualTo(Map.of("id", "f1", "type", "2", "content", "不对", "userid",
                            "lilei", "chat", "wrkSFfCgAA"));
                });
    }

    @Test
    void takesTheHashOfTheBytesWhereThereIsNoUsableId() {
        String hash = "[0-9a-f]{64}";

        assertThat(appEvent("enter_agent", "").id().key()).matches(hash);
        assertThat(appEvent("enter_agent", "<MsgId>0</MsgId>").id().key()).matches(hash);
        assertThat(appEvent("enter_agent", "<MsgId>" + "9".repeat(129) + "</MsgId>").id().key()).matches(hash);
        assertThat(appEvent("enter_agent", "<MsgId>发票</MsgId>").id().key()).matches(hash);
        assertThat(appEvent("enter_agent", "<MsgId>9</MsgId>").id().key()).isEqualTo("9");
        assertThat(decode(ChannelKind.APP, "abc").id().key())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void takesTheTimeOfArrivalToTheMillisecondWhereThereIsNone() {
        assertThat(
                new WecomDecoder(ChannelKind.AIBOT).decode("kf", "{}".getBytes(UTF_8), RECEIVED.plusNanos(56_789)).at())
                .isEqualTo(RECEIVED);
        assertThat(decode(ChannelKind.AIBOT, "{\"create_time\":1800000000}").at()).isEqualTo(AT);
        assertThat(decode(ChannelKind.AIBOT, "{\"create_time\":1e99}").at()).isEqualTo(RECEIVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "<xml></xml>", "{}", "[]", "{\"msgtype\":\"text\",\"text\":{\"content\":\"x\"}}",
            "<xml><MsgType>text</MsgType><Content>x</Content></xml>",
            "<xml><MsgType>event</MsgType><Event>change_external_chat</Event></xml>",
            "<xml><MsgType>event</MsgType><Event>click</Event><FromUserName>sys</FromUserName></xml>",
            "<xml><MsgType>event</MsgType><Event>weather</Event></xml>",
            "{\"msgtype\":\"event\",\"event\":{\"event_type\":\"add_to_chat\"}}",
            "{\"msgtype\":\"text\",\"chattype\":\"group\",\"from\":{\"userid\":\"lilei\"},\"text\":{\"content\":\"x\"}}",
            "{\"msgtype\":\"event\",\"event\":{\"event_type\":\"weather\"}}", "{\"msgtype\":\"event\",\"event\":7}"})
    void keepsWhatNamesNoChatOrSenderInTheLaneOfTheChannel(String payload) {
        for (ChannelKind kind : ChannelKind.values()) {
            assertThat(decode(kind, payload)).isInstanceOf(Event.Unknown.class)
                    .extracting(Event::lane).isEqualTo(LaneId.ofChannel("kf"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameEventForTheSameBytesWhateverTheyAre(ChannelKind kind) {
        Random random = new Random(300);
        WecomDecoder decoder = new WecomDecoder(kind);
        for (int i = 0; i < 5_000; i++) {
            byte[] payload = i % 2 == 0
                    ? Documents.mutated(Documents.xml(random), random)
                    : Documents.mutated(ROBOT_XML + "<MsgType>text</MsgType></xml>", random);
            assertThat(decoder.decode("kf", payload, RECEIVED)).isEqualTo(decoder.decode("kf", payload, RECEIVED));
        }
    }
}
