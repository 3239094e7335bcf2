package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Shared;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveDecoderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant AT = Instant.ofEpochMilli(1_790_000_000_123L);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text               | "text":{"content":"怎么开票"}                                               | 怎么开票
            image              | "image":{"md5sum":"1","filesize":9,"sdkfileid":"F"}                          | [图片]
            voice              | "voice":{"voice_size":9,"play_length":3,"sdkfileid":"F"}                     | [语音]
            video              | "video":{"filesize":9,"play_length":3,"sdkfileid":"F"}                       | [视频]
            file               | "file":{"filename":"价目表.xlsx","fileext":"xlsx","sdkfileid":"F"}           | [文件] 价目表.xlsx
            card               | "card":{"corpname":"微信联系人","userid":"wmA"}                              | [名片] wmA 微信联系人
            location           | "location":{"longitude":116.5,"latitude":39.7,"address":"荣华南路","title":"服务中心","zoom":15} | [位置] 服务中心 荣华南路
            emotion            | "emotion":{"type":1,"width":9,"height":9,"sdkfileid":"F"}                    | [表情]
            link               | "link":{"title":"课程表","description":"本周","link_url":"https://a.cn","image_url":""} | [链接] 课程表
            weapp              | "weapp":{"title":"开店指南","description":"三步","username":"gh_1","displayname":"学堂"} | [小程序] 学堂 开店指南 三步
            todo               | "todo":{"title":"张三的待办","content":"交作业"}                             | [待办] 张三的待办 交作业
            vote               | "vote":{"votetitle":"几点开会","voteitem":["九点","十点"],"votetype":101,"voteid":"1"} | [投票] 几点开会 九点、十点
            collect            | "collect":{"room_name":"一班","creator":"li","create_time":"2026-11-22 08:00:00","title":"报名","details":[{"id":1,"ques":"姓名","type":"Text"},{"id":2,"ques":"电话","type":"Number"}]} | [填表] 报名 姓名、电话
            redpacket          | "redpacket":{"type":1,"wish":"恭喜发财","totalcnt":10,"totalamount":3000}    | [红包] 恭喜发财
            external_redpacket | "redpacket":{"type":1,"wish":"同喜","totalcnt":2,"totalamount":20}           | [红包] 同喜
            meeting            | "meeting":{"topic":"周会","starttime":1790000000,"endtime":1790003600,"address":"三楼","remarks":"带电脑","meetingtype":102,"meetingid":1,"status":1} | [会议] 周会 三楼 带电脑
            docmsg             | "doc":{"title":"排班表","doc_creator":"li","link_url":"https://doc"}         | [在线文档] 排班表
            markdown           | "info":{"content":"**今晚八点**"}                                            | **今晚八点**
            news               | "info":{"item":[{"title":"新课上线","description":"前端","url":"https://n","picurl":""}]} | [链接] 新课上线
            calendar           | "calendar":{"title":"直播","creatorname":"李","attendeename":["王","赵"],"starttime":1790000000,"endtime":1790003600,"place":"线上","remarks":""} | [日程] 直播 线上 王、赵
            mixed              | "mixed":{"item":[{"type":"text","content":"{\\"content\\":\\"看图\\"}"},{"type":"image","content":"{\\"sdkfileid\\":\\"F\\"}"}]} | 看图 [图片]
            meeting_voice_call | "voiceid":"V","meeting_voice_call":{"endtime":1790003600,"sdkfileid":"F","demofiledata":[{"filename":"方案.pptx"}]} | [语音通话] 方案.pptx
            voip_doc_share     | "voipid":"V","voip_doc_share":{"filename":"合同.pdf","sdkfileid":"F"}        | [语音通话] 合同.pdf
            voiptext           | "info":{"callduration":65,"invitetype":1}                                    | [视频通话] 65 秒
            qydiskfile         | "info":{"filename":"素材.zip"}                                               | [文件] 素材.zip
            sphfeed            | "sphfeed":{"feed_type":4,"sph_name":"学堂","feed_desc":"开学了"}             | [视频号] 学堂 开学了
            solitaire          | "solitaire":{"title":"接龙"}                                                 | [solitaire]
            mixed              | "mixed":{"item":[]}                                                          | [mixed]
            location           | "location":{"title":"没有经纬度"}                                            | [location]
            """)
    void everyTypeHasReadableText(String type, String body, String text) {
        assertThat(said(type, body).text()).isEqualTo(text);
    }

    @Test
    void aConversationThatWasPassedOnHoldsTheOthers() {
        Content record = said("chatrecord",
                """
                        "chatrecord":{"title":"群聊的聊天记录","item":[
                        {"type":"ChatRecordText","msgtime":1790000000,"content":"{\\"content\\":\\"在吗\\"}","from_chatroom":false},
                        {"type":"ChatRecordFile","msgtime":1790000001,"content":"{\\"filename\\":\\"a.pdf\\"}","from_chatroom":false},
                        {"type":"chatrecord","msgtime":1790000002,"content":"{\\"title\\":\\"里面的\\",\\"item\\":[{\\"type\\":\\"ChatRecordText\\",\\"msgtime\\":1,\\"content\\":\\"{\\\\\\"content\\\\\\":\\\\\\"深处\\\\\\"}\\"}]}","from_chatroom":false},
                        {"type":"ChatRecordText","msgtime":1790000003,"content":"{torn"}]}""");

        assertThat(record.text()).isEqualTo("[聊天记录] 群聊的聊天记录\n在吗\n[文件] a.pdf\n[聊天记录] 里面的\n深处\n{torn");
        assertThat(((Shared.Transcript) record).quotes().getFirst().at())
                .contains(Instant.ofEpochSecond(1_790_000_000));
    }

    @Test
    void timesAndSumsAreKept() {
        assertThat(said("meeting", "\"meeting\":{\"topic\":\"周会\",\"starttime\":1790000000}"))
                .isEqualTo(new Shared.Meeting("周会", Optional.of(Instant.ofEpochSecond(1_790_000_000)),
                        Optional.empty(), "", ""));
        assertThat(said("redpacket", "\"redpacket\":{\"wish\":\"好\",\"totalcnt\":2,\"totalamount\":300}"))
                .isEqualTo(new Shared.Gift("好", 2, 300));
    }

    @Test
    void aGroupOfCustomersIsKnownByItsIdItsMessagesOrItsMembers() {
        assertThat(chatKind("wrAbc", "li", "wmB", "1")).isEqualTo(ChatKind.CUSTOMER);
        assertThat(chatKind("room", "wmB", "li", "1")).isEqualTo(ChatKind.CUSTOMER);
        assertThat(chatKind("room", "li", "wang", "1_external")).isEqualTo(ChatKind.CUSTOMER);
        assertThat(chatKind("room", "li", "wang", "1")).isEqualTo(ChatKind.INTERNAL);
    }

    @Test
    void twoPeopleHaveOneConversationWhoeverSpeaks() {
        Event.InChat one = (Event.InChat) decode(message("1", "", "li", "wmB", "text", "\"text\":{\"content\":\"好\"}"));
        Event.InChat other = (Event.InChat) decode(
                message("2", "", "wmB", "li", "text", "\"text\":{\"content\":\"好\"}"));

        assertThat(one.chat()).isEqualTo(other.chat());
        assertThat(one.chat().kind()).isEqualTo(ChatKind.PRIVATE);
    }

    @Test
    void whoTakesAMessageBackNamesIt() {
        Event event = decode("""
                {"seq":8,"message":{"msgid":"8","action":"recall","from":"li","tolist":["wmB"],"roomid":"wrA",
                "msgtime":1790000000123,"msgtype":"revoke","revoke":{"pre_msgid":"7"}}}""");

        assertThat(event).isInstanceOfSatisfying(Event.Recalled.class, recalled -> {
            assertThat(recalled.message()).isEqualTo("7");
            assertThat(recalled.at()).isEqualTo(AT);
        });
    }

    @Test
    void consentNamesWhoGaveIt() {
        assertThat(consent("agree", "agree_time")).isEqualTo("wmB true");
        assertThat(consent("disagree", "disagree_time")).isEqualTo("wmB false");
    }

    @Test
    void aChangeOfCompanyIsNoMessage() {
        Event event = decode(
                "{\"seq\":1,\"message\":{\"msgid\":\"1\",\"action\":\"switch\",\"time\":1790000000123,\"user\":\"li\"}}");

        assertThat(event).isInstanceOfSatisfying(Event.Notified.class,
                notified -> assertThat(notified.fields()).containsEntry("user", "li"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"seq":1,"message":{"msgid":"1","from":"li"  | malformed
            not json                                     | malformed
            {"seq":2}                                    | malformed
            {"seq":3,"msgid":"3","publickey_ver":9,"encrypt_random_key":"a","encrypt_chat_msg":"b"} | sealed
            {"seq":4,"message":{"msgid":"4","msgtype":"text","from":"li","text":{"content":"没有收信人"}}} | text
            """)
    void whatCannotBeReadIsKeptAsItIs(String line, String type) {
        assertThat(decode(line)).isInstanceOfSatisfying(Event.Unknown.class, unknown -> {
            assertThat(unknown.type()).isEqualTo(type);
            assertThat(unknown.lane()).isEqualTo(LaneId.ofChannel("archive"));
        });
    }

    private static String consent(String type, String time) {
        Event.Consented event = (Event.Consented) decode(message("9", "", "wmA", "li", type,
                "\"%s\":{\"userid\":\"wmB\",\"%s\":1790000000}".formatted(type, time)));
        return event.by() + " " + event.agreed();
    }

    private static ChatKind chatKind(String room, String from, String to, String id) {
        return ((Event.InChat) decode(message(id, room, from, to, "text", "\"text\":{\"content\":\"好\"}"))).chat()
                .kind();
    }

    private static Content said(String type, String body) {
        Event.Said said = (Event.Said) decode(message("7", "wrA", "wmB", "li", type, body));
        assertThat(said.at()).isEqualTo(AT);
        assertThat(said.by()).isEqualTo(new MemberId("wmB"));
        assertThat(said.id().key()).isEqualTo("7");
        return said.content();
    }

    private static String message(String id, String room, String from, String to, String type, String body) {
        return "{\"seq\":7,\"message\":" + String.join(",", List.of("{\"msgid\":\"" + id + "\"", "\"action\":\"send\"",
                "\"from\":\"" + from + "\"", "\"tolist\":[\"" + to + "\"]", "\"roomid\":\"" + room + "\"",
                "\"msgtime\":1790000000123", "\"msgtype\":\"" + type + "\"", body + "}}"));
    }

    private static Event decode(String line) {
        return new ArchiveDecoder().decode("archive", line.getBytes(UTF_8), NOW);
    }
}
