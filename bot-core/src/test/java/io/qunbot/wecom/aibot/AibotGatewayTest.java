package io.qunbot.wecom.aibot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Ticket;
import io.qunbot.simulation.standin.AibotFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AibotGatewayTest {

    @Test
    void answersAMessageAsItsRequestWithAFinishedStream() throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            String request = house.wecom.says("alice", "wr1", "发票怎么开");

            house.say(7, LineHouse.GROUP, "在**我的-订单**申请 😀", house.ticket());

            AibotFrame answer = house.sent().getFirst();
            assertThat(answer.command()).isEqualTo("aibot_respond_msg");
            assertThat(answer.request()).isEqualTo(request);
            assertThat(answer.body().keySet()).containsExactlyInAnyOrder("msgtype", "stream");
            assertThat(answer.body().get("msgtype").getAsString()).isEqualTo("stream");
            JsonObject stream = answer.body().getAsJsonObject("stream");
            assertThat(stream.keySet()).containsExactlyInAnyOrder("id", "finish", "content");
            assertThat(stream.get("finish").getAsBoolean()).isTrue();
            assertThat(stream.get("content").getAsString()).isEqualTo("在**我的-订单**申请 😀");
            assertThat(house.sent()).hasSize(1);
        }
    }

    @Test
    void speaksFirstInAGroupAndToOneMember() throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            house.say(1, LineHouse.GROUP, "早上好", Optional.empty());
            house.say(2, LineHouse.ALICE, "你好", Optional.empty());
            house.gateway.deliver(new Posting(3, LineHouse.GROUP, List.of(new MemberId("bob"), new MemberId("carol")),
                    Body.text("请看一下"), Optional.empty()));

            assertThat(house.sent()).extracting(AibotFrame::command).containsOnly("aibot_send_msg");
            assertThat(house.sent()).extracting(frame -> frame.body().toString()).containsExactly(
                    "{\"chatid\":\"wr1\",\"chat_type\":2,\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"早上好\"}}",
                    "{\"chatid\":\"alice\",\"chat_type\":1,\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"你好\"}}",
                    "{\"chatid\":\"bob\",\"chat_type\":1,\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"请看一下\"}}",
                    "{\"chatid\":\"carol\",\"chat_type\":1,\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"请看一下\"}}");
            assertThat(house.sent()).extracting(AibotFrame::request).doesNotHaveDuplicates()
                    .allMatch(request -> request.startsWith("aibot_send_msg_"));
        }
    }

    @Test
    void greetsWhoOpensTheConversationAsThatRequest() throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            String request = house.wecom.happens("alice", "enter_chat");
            house.say(1, LineHouse.ALICE, "你好,我是小助手", house.ticket());

            AibotFrame welcome = house.sent().getFirst();
            assertThat(welcome.command()).isEqualTo("aibot_respond_welcome_msg");
            assertThat(welcome.request()).isEqualTo(request);
            assertThat(welcome.body()).hasToString(
                    "{\"msgtype\":\"text\",\"text\":{\"content\":\"你好,我是小助手\"}}");
        }
    }

    @Test
    void anAnswerThatComesTooLateIsSentFirst() throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.says("alice", "", "在吗");
            Ticket live = house.ticket().orElseThrow();
            house.say(1, LineHouse.ALICE, "在", Optional.of(new Ticket(live.value(), LineHouse.NOW)));

            assertThat(live.expires()).isEqualTo(LineHouse.NOW.plus(Duration.ofHours(24)));
            assertThat(house.sent()).extracting(AibotFrame::command).containsExactly("aibot_send_msg");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {846605, 846608})
    void anAnswerThatWecomTakesForTooLateIsSentFirst(int code) throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.says("alice", "wr1", "在吗");
            house.wecom.refuse(code);
            house.say(1, LineHouse.GROUP, "在", house.ticket());

            assertThat(house.sent()).extracting(AibotFrame::command).containsExactly("aibot_respond_msg",
                    "aibot_send_msg");
            assertThat(house.sent()).extracting(AibotFrame::words).containsOnly("在");
        }
    }

    @Test
    void clicksAndFeedbackCarryNoAnswer() throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.happens("alice", "template_card_event");
            assertThat(house.ticket()).isEmpty();
            house.wecom.happens("alice", "feedback_event");
            assertThat(house.ticket()).isEmpty();
        }
    }

    @Test
    void longWordsLeaveInPiecesThatEndWithSentences() throws Exception {
        String words = IntStream.range(0, 2_000).mapToObj(number -> "第" + number + "条说明,请仔细看完。")
                .collect(Collectors.joining());
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.says("alice", "wr1", "全部");
            house.say(1, LineHouse.GROUP, words, house.ticket());

            assertThat(house.sent()).hasSizeGreaterThan(2).allSatisfy(piece -> {
                assertThat(piece.words().getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(
                        20_480);
                assertThat(piece.words()).endsWith("。");
                assertThat(piece.code()).isZero();
            });
            assertThat(house.sent().stream().map(AibotFrame::words).collect(Collectors.joining())).isEqualTo(words);
            assertThat(house.sent()).extracting(piece -> piece.body().getAsJsonObject("stream").get("id").getAsString())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatStoppedBetweenPiecesGoesOnThere() throws Exception {
        String words = "一".repeat(6_000) + "。\n" + "二".repeat(6_000);
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.refuse(0);
            house.wecom.refuse(45009);
            GatewayException refused = failure(house, words);
            assertThat(refused.remedy()).isEqualTo(Remedy.BACK_OFF);
            assertThat(refused.maybeSent()).isTrue();

            house.say(1, LineHouse.GROUP, words, Optional.empty());
            assertThat(house.sent().stream().filter(frame -> frame.code() == 0).map(AibotFrame::words)
                    .collect(Collectors.joining())).isEqualTo(words);
        }
    }

    @Test
    void answersOfOneRequestLeaveOneAfterTheOther() throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            String request = house.wecom.says("alice", "wr1", "在吗");
            house.wecom.keepQuiet(1);
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 3)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> house.line.ask("aibot_respond_msg", request,
                            Messages.stream("s" + number, "第" + number))))
                    .toList();
            house.wecom.await(frame -> frame.command().equals("aibot_respond_msg"));

            assertThat(house.sent()).hasSize(1);
            house.wecom.push("{\"headers\":{\"req_id\":\"" + request + "\"},\"errcode\":0,\"errmsg\":\"ok\"}");
            assertThat(answers).allSatisfy(answer -> assertThat(answer.join())
                    .isInstanceOfSatisfying(Answer.Acknowledged.class, taken -> assertThat(taken.code()).isZero()));
            assertThat(house.sent()).hasSize(3);
        }
    }

    @Test
    void whatWecomDoesNotAnswerMayHaveArrived() throws Exception {
        Pace pace = new Pace(Duration.ofSeconds(30), Duration.ofMillis(300), Duration.ofMillis(5),
                Duration.ofMillis(20), 3);
        try (LineHouse house = LineHouse.connected(pace)) {
            house.say(9, LineHouse.GROUP, "先说一句", Optional.empty());
            house.wecom.says("alice", "wr1", "在吗");
            Optional<Ticket> ticket = house.ticket();
            house.wecom.keepQuiet(1);
            GatewayException unknown = Assertions.catchThrowableOfType(GatewayException.class,
                    () -> house.say(1, LineHouse.GROUP, "在", ticket));

            assertThat(unknown.maybeSent()).isTrue();
            assertThat(unknown.remedy()).isEqualTo(Remedy.RETRY);
            house.wecom.refuse(846608); // the stream had ended: it did arrive
            house.say(1, LineHouse.GROUP, "在", ticket);
            assertThat(house.sent()).extracting(AibotFrame::command).containsExactly("aibot_send_msg",
                    "aibot_respond_msg", "aibot_respond_msg");
            assertThat(house.sent()).extracting(frame -> frame.body().toString()).endsWith(
                    house.sent().get(1).body().toString(), house.sent().get(1).body().toString());
        }
    }

    @Test
    void whatWasCutOffBeforeItsAnswerMayHaveArrived() throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.cutAt(frame -> frame.command().equals("aibot_send_msg"));
            GatewayException unknown = failure(house, "在");

            assertThat(unknown.maybeSent()).isTrue();
            assertThat(unknown.remedy()).isEqualTo(Remedy.RETRY);
            house.say(1, LineHouse.GROUP, "在", Optional.empty());
            assertThat(house.sent()).extracting(AibotFrame::request).hasSize(2).containsOnly(
                    house.sent().getFirst().request());
        }
    }

    @ParameterizedTest
    @CsvSource({"45009, BACK_OFF, false", "45033, RETRY, false", "-1, RETRY, true", "40058, DROP, false",
            "846604, DROP, false"})
    void whatWecomRefusesSaysWhatHelps(int code, Remedy remedy, boolean maybe) {
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.refuse(code);
            GatewayException refused = failure(house, "在");

            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.remedy()).isEqualTo(remedy);
            assertThat(refused.maybeSent()).isEqualTo(maybe);
        }
    }

    @Test
    void saysNothingInACustomerGroup() {
        try (LineHouse house = LineHouse.connected()) {
            GatewayException refused = Assertions.catchThrowableOfType(GatewayException.class,
                    () -> house.say(1, new Chat(new ChatId("wr2"), ChatKind.CUSTOMER, "assistant"), "你好",
                            Optional.empty()));
            assertThat(refused.remedy()).isEqualTo(Remedy.DROP);
            assertThat(house.sent()).isEmpty();
        }
    }

    @Test
    void mentionsInWecomsMarkdown() throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            house.gateway.deliver(new Posting(1, LineHouse.GROUP, List.of(),
                    new Body.Text("请看", List.of(new MemberId("bob"), new MemberId("carol"))), Optional.empty()));

            assertThat(house.sent()).extracting(AibotFrame::words).containsExactly("<@bob> <@carol> 请看");
        }
    }

    private static GatewayException failure(LineHouse house, String words) {
        return Assertions.catchThrowableOfType(GatewayException.class,
                () -> house.say(1, LineHouse.GROUP, words, Optional.empty()));
    }

    private static final Body.Card CARD = new Body.Card("草稿:一群", "在后台申请", List.of(),
            List.of(new Body.Button("used", "用了", Body.Look.MAIN)), Body.Target.NONE);

    private static Posting posting(long id, Body body, Optional<Ticket> ticket) {
        return new Posting(id, LineHouse.ALICE, List.of(), body, ticket);
    }

    @Test
    void aCardIsSentAsACardAndChangedAfterItsClick() throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            Posting card = posting(5, CARD, Optional.empty());
            house.gateway.deliver(card);
            assertThat(house.sent().getFirst().body()).hasToString("{\"chatid\":\"alice\",\"chat_type\":1,"
                    + "\"msgtype\":\"template_card\",\"template_card\":{\"card_type\":\"button_interaction\","
                    + "\"main_title\":{\"title\":\"草稿:一群\"},\"sub_title_text\":\"在后台申请\",\"task_id\":\"" + card.key()
                    + "\",\"button_list\":[{\"text\":\"用了\",\"style\":1,\"key\":\"used\"}]}}");

            String request = house.wecom.clicks("alice", "used", card.key());
            house.gateway.deliver(posting(6, new Body.Settled(CARD, List.of(), "已记下"), house.ticket()));

            AibotFrame update = house.sent().getLast();
            assertThat(update.command()).isEqualTo("aibot_respond_update_msg");
            assertThat(update.request()).isEqualTo(request);
            assertThat(update.code()).isZero();
            assertThat(update.body().get("response_type").getAsString()).isEqualTo("update_template_card");
            assertThat(update.body().getAsJsonObject("template_card").get("task_id").getAsString())
                    .isEqualTo(card.key());
        }
    }

    @Test
    void whatACardBecameIsSaidWhereItIsTooLateToChangeIt() throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.clicks("alice", "used", "5-ab");
            Ticket click = house.ticket().orElseThrow();
            house.gateway.deliver(posting(6, new Body.Settled(CARD, List.of(), "已记下"),
                    Optional.of(new Ticket(click.value(), LineHouse.NOW))));

            assertThat(click.expires()).isEqualTo(LineHouse.NOW.plus(Duration.ofSeconds(5)));
            assertThat(house.sent()).extracting(AibotFrame::command).containsExactly("aibot_send_msg");
            assertThat(house.sent().getFirst().words()).isEqualTo("已记下");
        }
    }

    @Test
    void aFileIsUploadedInChunksOnceAndAgainWhenItIsGone(@TempDir Path folder) throws Exception {
        Path sheet = Files.write(folder.resolve("成本卡.xlsx"), new byte[600 << 10]);
        Body body = new Body.Several(List.of(Body.text("模板给您"), new Body.Document(sheet.toString(), "[文件]")));
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.says("alice", "", "成本卡");
            Optional<Ticket> ticket = house.ticket();
            house.gateway.deliver(posting(1, body, ticket));
            house.gateway.deliver(posting(2, body, ticket));
            assertThat(house.wecom.received("aibot_upload_media_init")).singleElement()
                    .satisfies(init -> assertThat(init.body().toString()).startsWith("{\"type\":\"file\",\"filename\":"
                            + "\"成本卡.xlsx\",\"total_size\":614400,\"total_chunks\":2,\"md5\":"));
            assertThat(house.wecom.received("aibot_upload_media_chunk")).extracting(
                    chunk -> chunk.body().get("chunk_index").getAsInt()).containsExactly(0, 1);

            house.wecom.forgetFiles();
            house.gateway.deliver(posting(3, body, ticket));

            assertThat(house.wecom.received("aibot_upload_media_finish")).hasSize(2);
            assertThat(house.sent()).filteredOn(frame -> frame.code() == 0)
                    .extracting(frame -> frame.body().get("msgtype").getAsString())
                    .containsExactly("stream", "file", "stream", "file", "stream", "file");
        }
    }

    @Test
    void aLinkIsNotTornWhereWordsAreParted() throws Exception {
        String link = "[说明](https://example.com/" + "a".repeat(200) + ")";
        try (LineHouse house = LineHouse.connected()) {
            house.gateway.deliver(posting(1, new Body.Markdown("字".repeat(6_780) + link + "完。"), Optional.empty()));

            assertThat(house.sent()).hasSizeGreaterThan(1);
            assertThat(house.sent()).extracting(AibotFrame::words).anyMatch(words -> words.contains(link));
        }
    }
}
