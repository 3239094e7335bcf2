package io.qunbot.wecom.robot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Posting;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.simulation.standin.Received;
import io.qunbot.simulation.standin.WecomStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobotMessagesTest {

    private static final Chat GROUP = new Chat(new ChatId("wr1"), ChatKind.INTERNAL, "robot");
    private static final String SEND = "/cgi-bin/webhook/send";

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-02T01:00:00Z"));
    private WecomStandIn wecom;
    private RobotGateway gateway;

    @BeforeEach
    void start() {
        wecom = WecomStandIn.start(clock);
        gateway = new RobotGateway(wecom.robot("k3y"));
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    private void say(Body body) throws GatewayException {
        gateway.deliver(new Posting(1, GROUP, List.of(), body, Optional.empty()));
    }

    private JsonObject said(Body body) throws GatewayException {
        say(body);
        return wecom.received(SEND).getLast().json();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    }

    @Test
    void mentionsMembersInText() throws GatewayException {
        assertThat(said(new Body.Text("开会了", List.of(new MemberId("zhangsan"), Body.ALL)))).isEqualTo(json(
                "{'msgtype':'text','text':{'content':'开会了','mentioned_list':['zhangsan','@all']}}"));
        assertThat(said(Body.text("好"))).isEqualTo(json("{'msgtype':'text','text':{'content':'好'}}"));
    }

    @Test
    void writesBothKindsOfMarkdown() throws GatewayException {
        assertThat(said(new Body.Markdown("**好** <@zhangsan>")))
                .isEqualTo(json("{'msgtype':'markdown','markdown':{'content':'**好** <@zhangsan>'}}"));
        assertThat(said(new Body.MarkdownV2("| a | b |")))
                .isEqualTo(json("{'msgtype':'markdown_v2','markdown_v2':{'content':'| a | b |'}}"));
    }

    @Test
    void showsAPictureByItsBytesAndSum(@TempDir Path folder) throws GatewayException, IOException {
        Path file = Files.write(folder.resolve("a.png"), new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});

        assertThat(said(new Body.Image(file.toString(), "图"))).isEqualTo(json("{'msgtype':'image','image':{"
                + "'base64':'iVBORw0KGgo=','md5':'e9dd2797018cad79186e03e8c5aec8dc'}}"));
    }

    @Test
    void sendsAFileByUpload(@TempDir Path folder) throws GatewayException, IOException {
        Path file = Files.writeString(folder.resolve("价目表.txt"), "一二三四");
        assertThat(said(new Body.Document(file.toString(), "价目表")))
                .isEqualTo(json("{'msgtype':'file','file':{'media_id':'media1'}}"));

        Received upload = wecom.received("/cgi-bin/webhook/upload_media").getFirst();
        assertThat(upload.query()).containsEntry("key", "k3y").containsEntry("type", "file");
        assertThat(upload.body()).contains("name=\"media\"", "filename=\"价目表.txt\"", "一二三四");
    }

    @Test
    void sendsAPictureOfAnotherKindAsAFile(@TempDir Path folder) throws GatewayException, IOException {
        Path file = Files.writeString(folder.resolve("a.gif"), "GIF89a....");

        assertThat(said(new Body.Image(file.toString(), "图")).get("msgtype").getAsString()).isEqualTo("file");
    }

    @Test
    void saysWhichFileCannotBeReadWithoutItsFolder() {
        assertThat(catchThrowableOfType(GatewayException.class, () -> say(new Body.Image("/nowhere/x.png", "图"))))
                .hasMessageContaining("x.png").hasMessageNotContaining("nowhere")
                .satisfies(e -> assertThat(e.remedy()).isEqualTo(Remedy.DROP));
    }

    @Test
    void sendsArticlesEightAtATime() throws GatewayException {
        Body.Article article = new Body.Article("周报", "", "https://example.com/1", "https://example.com/1.png");
        assertThat(said(new Body.News(List.of(article)))).isEqualTo(json("{'msgtype':'news','news':{'articles':[{"
                + "'title':'周报','url':'https://example.com/1','picurl':'https://example.com/1.png'}]}}"));
        say(new Body.News(Collections.nCopies(9, article)));

        assertThat(wecom.received(SEND)).hasSize(3);
    }

    @Test
    void showsCardsThatItHasAndTheRestInMarkdown() throws GatewayException {
        Body.Target target = new Body.Target("https://example.com", "");
        assertThat(said(new Body.Card("上线", "今晚十点", List.of(new Body.Fact("版本", "1.2")), List.of(), target)))
                .isEqualTo(json("{'msgtype':'template_card','template_card':{'card_type':'text_notice',"
                        + "'main_title':{'title':'上线'},'sub_title_text':'今晚十点','horizontal_content_list':["
                        + "{'keyname':'版本','value':'1.2'}],'card_action':{'type':1,'url':'https://example.com'}}}"));
        assertThat(said(new Body.Card("上线", "今晚", List.of(), List.of(),
                new Body.Target("https://example.com", "https://example.com/1.png"))))
                .isEqualTo(json("{'msgtype':'template_card','template_card':{'card_type':'news_notice',"
                        + "'main_title':{'title':'上线','desc':'今晚'},'card_action':{'type':1,'url':'https://example.com'},"
                        + "'card_image':{'url':'https://example.com/1.png'}}}"));
        assertThat(said(new Body.Card("选一个", "", List.of(),
                List.of(new Body.Button("a", "好", Body.Look.MAIN)), target)))
                .isEqualTo(json("{'msgtype':'markdown','markdown':{'content':"
                        + "'**选一个**\\n[打开](https://example.com)'}}"));
    }

    @Test
    void tearsNoLinkAndNoCharacterApart() throws GatewayException {
        String link = "[打开这个页面](https://example.com/path)";
        say(new Body.Markdown("啊".repeat(1360) + link + "。后面还有"));
        say(Body.text("a".repeat(2040) + "👨‍👩‍👧‍👦" + "b"));

        assertThat(wecom.received(SEND).get(1).json().getAsJsonObject("markdown").get("content").getAsString())
                .startsWith(link);
        assertThat(wecom.received(SEND).get(3).json().getAsJsonObject("text").get("content").getAsString())
                .isEqualTo("👨‍👩‍👧‍👦b");
        assertThat(wecom.received(SEND)).allMatch(each -> each.body().getBytes(UTF_8).length < 4200);
    }

    @Test
    void isToldToWaitAfterTwentyInAMinute() throws GatewayException {
        for (int i = 0; i < 20; i++) {
            say(Body.text("第 " + i));
        }

        assertThat(catchThrowableOfType(GatewayException.class, () -> say(Body.text("再来")))).satisfies(
                e -> assertThat(e.remedy()).isEqualTo(Remedy.BACK_OFF), e -> assertThat(e.code()).isEqualTo(45009));
        clock.set(clock.instant().plus(Duration.ofMinutes(1)));
        say(Body.text("好了"));
    }
}
