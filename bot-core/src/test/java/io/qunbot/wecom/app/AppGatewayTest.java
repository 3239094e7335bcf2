package io.qunbot.wecom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Receipt;
import io.qunbot.chat.Tasks;
import io.qunbot.chat.Ticket;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.wecom.api.Account;
import io.qunbot.wecom.api.Patience;
import io.qunbot.wecom.api.WecomApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppGatewayTest {

    private static final String SEND = "/cgi-bin/message/send";
    private static final Chat GROUP = new Chat(new ChatId("wrGroup"), ChatKind.CUSTOMER, "app");
    private static final MemberId ZHANG = new MemberId("zhangsan");
    private static final MemberId LI = new MemberId("lisi");
    private static final Body.Card CARD = new Body.Card("有人问发票", "怎么开发票?", List.of(new Body.Fact("群", "一群")),
            List.of(new Body.Button("used", "用了", Body.Look.MAIN), new Body.Button("wrong", "不对", Body.Look.WARNING)),
            Body.Target.NONE);

    private WecomStandIn wecom;
    private WecomApi api;
    private AppGateway gateway;

    @BeforeEach
    void start() {
        wecom = WecomStandIn.start(new VirtualClock(Instant.parse("2026-11-02T01:00:00Z")))
                .app("ww1", "s3cret", 1000002).member("zhangsan").member("lisi");
        api = new WecomApi(new Account("ww1", "s3cret", wecom.address()), Patience.USUAL);
        gateway = new AppGateway(api, 1000002, new Directory() {
            @Override
            public Optional<MemberId> ownerOf(ChatId chat) {
                return chat.equals(GROUP.id()) ? Optional.of(ZHANG) : Optional.empty();
            }
        });
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    private static Posting telling(Body body, MemberId... to) {
        return new Posting(7, GROUP, List.of(to), body, Optional.empty());
    }

    private static Posting saying(Chat chat, Body body) {
        return new Posting(7, chat, List.of(), body, Optional.empty());
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    }

    private JsonObject last(String path) {
        return wecom.received(path).getLast().json();
    }

    @Test
    void tellsColleaguesByTheirAccounts() throws GatewayException {
        Receipt receipt = gateway.deliver(telling(Body.text("有人问发票"), ZHANG, LI));

        assertThat(last(SEND)).isEqualTo(json("{'touser':'zhangsan|lisi','msgtype':'text','agentid':1000002,"
                + "'text':{'content':'有人问发票'},'enable_duplicate_check':1,'duplicate_check_interval':600}"));
        assertThat(receipt).isEqualTo(new Receipt(Outcome.SENT, "msg1"));
    }

    @Test
    void saysWhoWasNotReached() throws GatewayException {
        assertThat(gateway.deliver(telling(Body.text("好"), ZHANG, new MemberId("gone"))).note()).contains("gone");
        assertThat(catchThrowableOfType(GatewayException.class,
                () -> gateway.deliver(telling(Body.text("好"), new MemberId("gone")))))
                .satisfies(e -> assertThat(e.code()).isEqualTo(81013),
                        e -> assertThat(e.remedy()).isEqualTo(Remedy.DROP));
    }

    @Test
    void answersWhoeverWritesToTheApp() throws GatewayException {
        gateway.deliver(saying(new Chat(ChatId.direct("app", LI), ChatKind.DIRECT, "app"), new Body.Markdown("**好**")));

        assertThat(last(SEND)).isEqualTo(json("{'touser':'lisi','msgtype':'markdown','agentid':1000002,"
                + "'markdown':{'content':'**好**'},'enable_duplicate_check':1,'duplicate_check_interval':600}"));
    }

    @Test
    void asksWithAButtonCardAndClosesItAfterTheClick() throws GatewayException {
        gateway.deliver(telling(CARD, ZHANG));

        assertThat(last(SEND).getAsJsonObject("template_card")).isEqualTo(json(
                "{'card_type':'button_interaction','main_title':{'title':'有人问发票'},'sub_title_text':'怎么开发票?',"
                        + "'horizontal_content_list':[{'keyname':'群','value':'一群'}],'task_id':'"
                        + telling(CARD, ZHANG).key() + "',"
                        + "'button_list':[{'text':'用了','style':1,'key':'used'},{'text':'不对','style':3,'key':'wrong'}]}"));
        wecom.clicked("CODE");
        gateway.answered("CODE", List.of(ZHANG), "已用");
        assertThat(last("/cgi-bin/message/update_template_card")).isEqualTo(json(
                "{'userids':['zhangsan'],'agentid':1000002,'response_code':'CODE','button':{'replace_name':'已用'}}"));
    }

    @Test
    void sendsPicturesAndFilesByUpload(@TempDir Path folder) throws GatewayException, IOException {
        Path file = Files.writeString(folder.resolve("价目表.txt"), "一二三");
        gateway.deliver(telling(new Body.Document(file.toString(), "价目表"), ZHANG));

        assertThat(wecom.received("/cgi-bin/media/upload").getFirst())
                .satisfies(upload -> assertThat(upload.query()).containsEntry("type", "file"),
                        upload -> assertThat(upload.body()).contains("name=\"media\"; filename=\"价目表.txt\"", "一二三"));
        assertThat(last(SEND).getAsJsonObject("file").get("media_id").getAsString()).startsWith("media");
    }

    @Test
    void speaksInGroupsThatItCreatedAndNowhereElse() throws GatewayException {
        AppChats chats = new AppChats(api);
        ChatId id = chats.create("", "项目群", ZHANG, List.of(ZHANG, LI));
        assertThat(last("/cgi-bin/appchat/create"))
                .isEqualTo(json("{'name':'项目群','owner':'zhangsan','userlist':['zhangsan','lisi']}"));

        gateway.deliver(saying(new Chat(id, ChatKind.INTERNAL, "app"), CARD));
        assertThat(last("/cgi-bin/appchat/send")).isEqualTo(json("{'chatid':'" + id + "','msgtype':'markdown',"
                + "'markdown':{'content':'**有人问发票**\\n怎么开发票?\\n> 群:一群'}}"));
        chats.update(id, new AppChats.Change(Optional.of("新名"), Optional.empty(), List.of(), List.of(LI)));
        assertThat(last("/cgi-bin/appchat/update"))
                .isEqualTo(json("{'chatid':'" + id + "','name':'新名','del_user_list':['lisi']}"));
        assertThat(chats.get(id)).satisfies(roster -> assertThat(roster.name()).isEqualTo("新名"),
                roster -> assertThat(roster.members()).hasSize(1));
        assertThat(catchThrowableOfType(GatewayException.class,
                () -> gateway.deliver(saying(new Chat(new ChatId("other"), ChatKind.INTERNAL, "app"), CARD))).code())
                .isEqualTo(86003);
    }

    @Test
    void neverSaysThatACustomerGroupGotSomethingBeforeTheOwnerConfirms() throws GatewayException {
        Receipt receipt = gateway.deliver(saying(GROUP, Body.text("今晚八点直播")));

        assertThat(receipt.outcome()).isEqualTo(Outcome.QUEUED_FOR_CONFIRMATION);
        assertThat(last("/cgi-bin/externalcontact/add_msg_template")).isEqualTo(json("{'chat_type':'group',"
                + "'sender':'zhangsan','chat_id_list':['wrGroup'],'text':{'content':'今晚八点直播'}}"));
    }

    @Test
    void followsATaskUntilWecomSaysThatItWasSent() throws GatewayException {
        String id = gateway.deliver(saying(GROUP, Body.text("好消息"))).reference();
        Tasks tasks = gateway.tasks().orElseThrow();

        assertThat(tasks.follow(GROUP.id(), id).outcome()).isEqualTo(Outcome.QUEUED_FOR_CONFIRMATION);
        wecom.confirm(id);
        assertThat(tasks.follow(GROUP.id(), id).outcome()).isEqualTo(Outcome.SENT);
        wecom.full(GROUP.id().value());
        assertThat(catchThrowableOfType(GatewayException.class, () -> tasks.follow(GROUP.id(), id)))
                .satisfies(e -> assertThat(e.remedy()).isEqualTo(Remedy.DROP));
    }

    @Test
    void asksWecomWhoOwnsAGroupThatTheDirectoryDoesNotKnow() throws GatewayException {
        Chat other = new Chat(new ChatId("wrOther"), ChatKind.CUSTOMER, "app");
        assertThat(catchThrowableOfType(GatewayException.class, () -> gateway.deliver(saying(other, CARD))))
                .satisfies(e -> assertThat(e.code()).isEqualTo(90501),
                        e -> assertThat(e.remedy()).isEqualTo(Remedy.DROP));

        wecom.group(json("{'chat_id':'wrOther','owner':'lisi'}"));
        gateway.deliver(saying(other, Body.text("好")));
        assertThat(last("/cgi-bin/externalcontact/add_msg_template").get("sender").getAsString()).isEqualTo("lisi");
    }

    @Test
    void splitsWhatIsTooLongAndCanBeAskedForAgain() {
        wecom.next(SEND, new Fault.Other(200, "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":\"m\"}"));
        wecom.next(SEND, new Fault.Reset());
        Posting posting = telling(Body.text("这是一句话。".repeat(150)), ZHANG);

        assertThat(gateway.messages(posting)).isEqualTo(2);
        assertThat(catchThrowableOfType(GatewayException.class, () -> gateway.deliver(posting)))
                .satisfies(e -> assertThat(e.retryable()).isTrue(), e -> assertThat(e.maybeSent()).isTrue());
        assertThat(gateway.knowsAgain(posting)).isTrue();
    }

    @Test
    void aFileIsUploadedOnceAndAgainWhenWecomNoLongerHasIt(@TempDir Path folder) throws GatewayException, IOException {
        Path sheet = Files.writeString(folder.resolve("成本卡.xlsx"), "content of a sheet");
        Body.Document body = new Body.Document(sheet.toString(), "[文件] 成本卡.xlsx");
        gateway.deliver(telling(body, ZHANG));
        gateway.deliver(telling(body, LI));
        assertThat(wecom.received("/cgi-bin/media/upload")).hasSize(1);

        wecom.next(SEND, Fault.code(40007));
        gateway.deliver(telling(body, ZHANG));

        assertThat(wecom.received("/cgi-bin/media/upload")).hasSize(2)
                .allSatisfy(upload -> assertThat(upload.query()).containsEntry("type", "file"));
        JsonObject last = last(SEND);
        assertThat(last.get("msgtype").getAsString()).isEqualTo("file");
        assertThat(last.getAsJsonObject("file").keySet()).containsExactly("media_id");
    }

    @Test
    void severalThingsLeaveInOrder(@TempDir Path folder) throws GatewayException, IOException {
        Path sheet = Files.writeString(folder.resolve("a.xlsx"), "content of a sheet");
        gateway.deliver(telling(new Body.Several(List.of(Body.text("模板给您"),
                new Body.Document(sheet.toString(), "[文件] a.xlsx"),
                new Body.News(List.of(new Body.Article("说明", "", "https://a.cn/b", ""))))), ZHANG));

        assertThat(wecom.received(SEND)).extracting(each -> each.json().get("msgtype").getAsString())
                .containsExactly("text", "file", "news");
    }

    @Test
    void markdownThatAnAppDoesNotRenderBecomesWords() throws GatewayException {
        gateway.deliver(telling(new Body.Markdown("# 价目\n| 项 | 价 |\n| - | - |\n| 甲 | 1 |"), ZHANG));

        assertThat(last(SEND).getAsJsonObject("markdown").get("content").getAsString())
                .isEqualTo("# 价目\n· 项:甲,价:1");
    }

    @Test
    void aCardIsChangedAfterItsClick() throws GatewayException {
        wecom.clicked("code-1");
        Body.Settled settled = new Body.Settled(CARD, List.of(ZHANG, LI), "已记下:用了");
        Chat chat = new Chat(ChatId.direct("app", LI), ChatKind.DIRECT, "app");
        Ticket click = new Ticket("code-1", Instant.parse("2026-11-03T01:00:00Z"));
        gateway.deliver(new Posting(8, chat, List.of(), settled, Optional.of(click)));

        assertThat(last("/cgi-bin/message/update_template_card")).isEqualTo(json("{'userids':['zhangsan','lisi'],"
                + "'agentid':1000002,'response_code':'code-1','button':{'replace_name':'已记下:用了'}}"));
        assertThat(wecom.received(SEND)).isEmpty();

        gateway.deliver(new Posting(9, chat, List.of(), settled, Optional.of(click)));
        assertThat(last(SEND).getAsJsonObject("text").get("content").getAsString()).isEqualTo("已记下:用了");
    }

    @Test
    void aTaskCarriesWordsAndAttachments(@TempDir Path folder) throws GatewayException, IOException {
        Path sheet = Files.writeString(folder.resolve("a.xlsx"), "content of a sheet");
        Path picture = Files.write(folder.resolve("a.png"), new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        gateway.deliver(saying(GROUP, new Body.Several(List.of(new Body.Markdown("**模板**给您"),
                new Body.Image(picture.toString(), "[图片] a.png"), new Body.Document(sheet.toString(), "[文件] a.xlsx"),
                new Body.News(List.of(new Body.Article("说明", "怎么填", "https://a.cn/b", "https://a.cn/c.png")))))));

        JsonObject task = last("/cgi-bin/externalcontact/add_msg_template");
        assertThat(task.getAsJsonArray("attachments").asList()).extracting(Object::toString)
                .satisfiesExactly(image -> assertThat(image).matches(
                        "\\{\"msgtype\":\"image\",\"image\":\\{\"media_id\":\"media[0-9]+\"}}"),
                        file -> assertThat(file).matches(
                                "\\{\"msgtype\":\"file\",\"file\":\\{\"media_id\":\"media[0-9]+\"}}"),
                        link -> assertThat(link).isEqualTo("{\"msgtype\":\"link\",\"link\":{\"title\":\"说明\","
                                + "\"url\":\"https://a.cn/b\",\"desc\":\"怎么填\",\"picurl\":\"https://a.cn/c.png\"}}"));
        assertThat(task.getAsJsonObject("text")).isEqualTo(json("{'content':'模板给您'}"));
    }
}
