package io.qunbot.wecom.app;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.Series;
import io.qunbot.wecom.api.Uploads;
import io.qunbot.wecom.api.WecomApi;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same words of a self-built app to many members, each by themselves (document 90236). Thread-safe; blocks. */
public record Circular(WecomApi api, int agentId, Uploads uploads) {

    /** What one call takes. */
    public static final int MOST_MEMBERS = 1000;

    /** For so long WeCom drops what it has just sent to the same members: a repetition does no harm. */
    public static final Duration KNOWN = Duration.ofHours(4);

    /**
     * Sends it.
     *
     * @return who got nothing: no such member, no licence, or outside the app's sight
     */
    public Set<MemberId> send(List<MemberId> members, Body body) throws GatewayException {
        String to = members.stream().map(MemberId::value).collect(Collectors.joining("|"));
        Set<MemberId> missed = new HashSet<>();
        new Series(uploads).send(() -> new AppForms(api, uploads, true).of(body, "campaign"),
                message -> api.post("/cgi-bin/message/send", addressed(message, to)), isKnownAgain(body))
                .forEach(answer -> Stream.of("invaliduser", "unlicenseduser")
                        .flatMap(name -> Stream.of(Fields.text(answer, name).split("\\|", -1)))
                        .filter(user -> !user.isBlank()).map(MemberId::new).forEach(missed::add));
        return missed;
    }

    /** A file may be uploaded anew, and then is another message. */
    public static boolean isKnownAgain(Body body) {
        return body.each().stream().noneMatch(each -> each instanceof Body.Image || each instanceof Body.Document);
    }

    private JsonObject addressed(JsonObject message, String to) {
        message.addProperty("touser", to);
        message.addProperty("agentid", agentId);
        message.addProperty("enable_duplicate_check", 1);
        message.addProperty("duplicate_check_interval", KNOWN.toSeconds());
        return message;
    }
}
