package io.qunbot.wecom.customer;

import com.google.gson.JsonObject;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.WecomApi;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which colleagues have customers, and whom (documents 92571 and 92113). Thread-safe; blocks. */
public record FollowUsers(WecomApi api) {

    private static final String PATH = "/cgi-bin/externalcontact/";
    /** The colleague has no customer, or is not in the app's sight. */
    private static final Set<Integer> NOBODY = Set.of(84061, 60111, 40003);

    /** The colleagues who may have customers and are in the app's sight. */
    public List<MemberId> colleagues() throws GatewayException {
        JsonObject answer = api.get(PATH + "get_follow_user_list", Map.of());
        return Fields.texts(answer, "follow_user").stream().map(MemberId::new).toList();
    }

    /** The customers of one of them; one call, however many. */
    public List<MemberId> customers(MemberId colleague) throws GatewayException {
        try {
            return Fields.texts(api.get(PATH + "list", Map.of("userid", colleague.value())), "external_userid").stream()
                    .map(MemberId::new).toList();
        } catch (GatewayException refused) {
            if (NOBODY.contains(refused.code())) {
                return List.of();
            }
            throw refused;
        }
    }
}
