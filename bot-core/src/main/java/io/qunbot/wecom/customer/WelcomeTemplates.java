package io.qunbot.wecom.customer;

import com.google.gson.JsonObject;
import io.qunbot.chat.GatewayException;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.api.WecomApi;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Keeps WeCom's own welcome templates (document 92366) equal to what profiles say: WeCom greets with them by
 * itself, in groups whose owner has chosen the template in the client. Not thread-safe; blocks.
 */
public record WelcomeTemplates(WecomApi api, int agentId, Memory memory) {

    private static final String PATH = "/cgi-bin/externalcontact/group_welcome_template/";
    private static final int TEXT_BYTES = 3000;
    private static final int PARAMETER_WRONG = 40058;

    /** What was written last, by the profile's id; kept for good, since WeCom can't list its templates. */
    public interface Memory {
        Optional<Written> last(String profile);

        void keep(String profile, Written written);
    }

    /** @param id what WeCom calls the template */
    public record Written(String id, String text) {}

    /** What has to be done by somebody. */
    public enum Task {
        /** Nothing: the template says it already. */
        NONE,
        /** The owner has to choose the new template for the group, once. */
        CHOOSE,
        /** The template was changed; groups that use it use it as it is now. */
        CHANGED
    }

    /**
     * Makes the template of a profile say a text, writing only what differs.
     *
     * @param text where {@code %NICKNAME%} stands for whoever joins
     */
    public Task equate(String profile, String text) throws GatewayException {
        if (text.isBlank() || text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
            throw Refusals.drop("入群欢迎语要有内容,最多 " + TEXT_BYTES + " 字节",
                    "a welcome template has words, " + TEXT_BYTES + " bytes at most");
        }
        Optional<Written> last = memory.last(profile);
        if (last.isPresent() && last.get().text().equals(text)) {
            return Task.NONE;
        }
        return last.isPresent() && edited(profile, last.get().id(), text) ? Task.CHANGED : added(profile, text);
    }

    /** @return false when somebody deleted it */
    private boolean edited(String profile, String id, String text) throws GatewayException {
        try {
            JsonObject body = content(text);
            body.addProperty("template_id", id);
            api.post(PATH + "edit", body);
        } catch (GatewayException refused) {
            if (refused.code() != PARAMETER_WRONG || exists(id)) {
                throw refused;
            }
            return false;
        }
        memory.keep(profile, new Written(id, text));
        return true;
    }

    private boolean exists(String id) throws GatewayException {
        try {
            api.post(PATH + "get", Fields.of("template_id", id));
            return true;
        } catch (GatewayException refused) {
            if (refused.code() == PARAMETER_WRONG) {
                return false;
            }
            throw refused;
        }
    }

    private Task added(String profile, String text) throws GatewayException {
        JsonObject body = content(text);
        body.addProperty("agentid", agentId);
        body.addProperty("notify", 1); // tells the owners of groups that there is something to choose
        String id = Fields.text(api.post(PATH + "add", body), "template_id");
        memory.keep(profile, new Written(id, text));
        return Task.CHOOSE;
    }

    private static JsonObject content(String text) {
        return Fields.of("text", Fields.of("content", text));
    }
}
