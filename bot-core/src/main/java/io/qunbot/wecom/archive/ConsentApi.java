package io.qunbot.wecom.archive;

import com.google.gson.JsonObject;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.WecomApi;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks WeCom which customers agreed that what they say is archived (document 91782). Thread-safe; blocks. */
public record ConsentApi(WecomApi api) {

    private static final String PATH = "/cgi-bin/msgaudit/";

    /**
     * What a customer said.
     *
     * @param since when, if WeCom says it
     */
    public record Answer(MemberId customer, boolean agreed, Optional<Instant> since) {}

    /** The customers of a group. */
    public List<Answer> room(ChatId room) throws GatewayException {
        return answers(api.post(PATH + "check_room_agree", Fields.of("roomid", room.value())));
    }

    /** One customer who talks with one colleague. The field's name is misspelt in WeCom's documents and in its API. */
    public List<Answer> single(MemberId colleague, MemberId customer) throws GatewayException {
        return answers(api.post(PATH + "check_single_agree", Fields.of("info", List.of(
                Fields.of("userid", colleague.value(), "exteranalopenid", customer.value())))));
    }

    private static List<Answer> answers(JsonObject answer) {
        return Fields.objects(answer, "agreeinfo").stream().flatMap(each -> answer(each).stream()).toList();
    }

    private static Optional<Answer> answer(JsonObject info) {
        String customer = Fields.text(info, "exteranalopenid");
        Optional<Instant> since = Times.read(Fields.text(info, "status_change_time"));
        return switch (Fields.text(info, "agree_status")) {
            case String _ when customer.isBlank() -> Optional.empty();
            case "Agree", "Default_Agree" -> Optional.of(new Answer(new MemberId(customer), true, since));
            case "Disagree" -> Optional.of(new Answer(new MemberId(customer), false, since));
            default -> Optional.empty();
        };
    }
}
