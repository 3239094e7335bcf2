package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.chat.Body;
import io.qunbot.chat.Outcome;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.store.OutboxRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures, files and links from their row in the outbox to WeCom. */
class WayOutOfFilesTest {

    private static final String UPLOAD = "/cgi-bin/webhook/upload_media";
    private static final String APP_UPLOAD = "/cgi-bin/media/upload";
    private static final Body.Document SHEET = new Body.Document("materials/a.xlsx", "[文件] a.xlsx");
    private static final Body.Image PICTURE = new Body.Image("materials/a.png", "[图片] a.png");
    private static final Body ALL = new Body.Several(List.of(Body.text("模板给您"), PICTURE, SHEET,
            new Body.News(List.of(new Body.Article("说明", "怎么填", "https://a.cn/b", "")))));

    @TempDir
    private Path folder;
    private WayOut way;

    @BeforeEach
    void open() throws IOException {
        way = new WayOut(folder);
        Files.createDirectories(folder.resolve("materials"));
        Files.writeString(folder.resolve("materials/a.xlsx"), "content of a sheet");
        Files.write(folder.resolve("materials/a.png"), new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    }

    @AfterEach
    void close() {
        way.close();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    }

    @Test
    void aRobotSaysThemInOrderFieldForField() {
        OutboxRow words = way.say(ALL);
        way.restart();
        way.work();

        List<JsonObject> said = way.received(WayOut.SAY);
        assertThat(said).hasSize(4);
        assertThat(said.get(0)).isEqualTo(json("{'msgtype':'text','text':{'content':'模板给您'}}"));
        assertThat(said.get(1)).isEqualTo(json("{'msgtype':'image','image':{'base64':'iVBORw0KGgo=',"
                + "'md5':'e9dd2797018cad79186e03e8c5aec8dc'}}"));
        assertThat(said.get(2).getAsJsonObject("file").keySet()).containsExactly("media_id");
        assertThat(said.get(3)).isEqualTo(json("{'msgtype':'news','news':{'articles':[{'title':'说明',"
                + "'url':'https://a.cn/b','description':'怎么填'}]}}"));
        assertThat(way.row(words.id()).outcome()).isEqualTo(Outcome.SENT);
    }

    @Test
    void theSameFileIsUploadedOnceAndAgainWhenWecomHasItNoMore() {
        way.say(SHEET);
        way.say(new Body.Several(List.of(Body.text("再发一次"), SHEET)));
        way.work();
        assertThat(way.wecom.received(UPLOAD)).singleElement()
                .satisfies(upload -> assertThat(upload.query()).containsEntry("type", "file"));

        way.wecom.next(WayOut.SAY, Fault.code(40007));
        OutboxRow again = way.say(new Body.Document("materials/a.xlsx", "[文件] 第三次"));
        way.work();

        assertThat(way.wecom.received(UPLOAD)).hasSize(2);
        assertThat(way.row(again.id()).outcome()).isEqualTo(Outcome.SENT);
    }

    @Test
    void aFileThatIsGoneFailsAndNothingOfItIsSaid() throws IOException {
        Files.delete(folder.resolve("materials/a.xlsx"));
        OutboxRow words = way.say(ALL);
        way.work();

        assertThat(way.received(WayOut.SAY)).isEmpty();
        assertThat(way.row(words.id()).outcome()).isEqualTo(Outcome.UNSUPPORTED);
        assertThat(way.row(words.id()).reason()).contains("读不到文件 a.xlsx").doesNotContain(folder.toString());
    }

    @Test
    void aTaskCarriesThemAsAttachments() {
        way.task(ALL);
        way.work();

        JsonObject task = way.received(WayOut.TASK).getFirst();
        assertThat(task.getAsJsonObject("text")).isEqualTo(json("{'content':'模板给您'}"));
        assertThat(task.getAsJsonArray("attachments").asList())
                .extracting(each -> each.getAsJsonObject().get("msgtype").getAsString())
                .containsExactly("image", "file", "link");
        assertThat(way.wecom.received(APP_UPLOAD)).extracting(upload -> upload.query().get("type"))
                .containsExactly("image", "file");
    }

    @Test
    void aDraftSaysWhichFilesAreToBeSentWithIt() {
        way.draft(ALL);
        way.work();

        JsonObject card = way.received(WayOut.TELL).getFirst().getAsJsonObject("template_card");
        assertThat(card.getAsJsonArray("horizontal_content_list").toString())
                .contains("{\"keyname\":\"请一并发送\",\"value\":\"rules/materials/a.png、rules/materials/a.xlsx\"}");
        assertThat(card.get("sub_title_text").getAsString()).contains("模板给您", "https://a.cn/b");
        assertThat(way.wecom.received(APP_UPLOAD)).isEmpty();
    }
}
