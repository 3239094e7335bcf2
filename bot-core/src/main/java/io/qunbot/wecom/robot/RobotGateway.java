package io.qunbot.wecom.robot;

import com.google.gson.JsonParseException;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Receipt;
import io.qunbot.wecom.codec.ByteLimit;
import java.util.List;
import java.util.Set;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpGroupRobotService;

/**
 * Says words in the one group that a robot's webhook belongs to (document 99110). Thread-safe; blocks
 * for up to eleven seconds a piece when WeCom doesn't answer.
 */
public final class RobotGateway implements Gateway {

    private static final ByteLimit TEXT_LIMIT = new ByteLimit(2048);

    /** WxJava's code for 'no answer that could be read'. */
    private static final int NO_ANSWER = -99;

    private static final Set<Integer> TOO_OFTEN = Set.of(45009, 45033);

    /** Busy, too often, too many at once. */
    private static final Set<Integer> PASSING = Set.of(-1, 45009, 45033);

    private final String webhook;
    private final WxCpGroupRobotService robots;

    /**
     * @param webhook the address with its key, which is a secret: it appears in no message and no log
     */
    public RobotGateway(String webhook) {
        this.webhook = checked(webhook);
        this.robots = RobotService.create();
    }

    /** Whether a text has the form of a webhook's address. */
    public static boolean isWebhook(String address) {
        return address.matches("https?://[!-~&&[^\"<>\\\\^`{|}]]+[?&]key=[-\\w]+");
    }

    /** Here and without the value: whoever fails on it later would print it. */
    private static String checked(String webhook) {
        if (!isWebhook(webhook)) {
            throw new IllegalArgumentException("a robot's webhook is the whole address with its key");
        }
        return webhook;
    }

    /**
     * Longer texts leave in several pieces. Once the first is out a failure is final: to repeat the whole
     * would say the beginning twice.
     */
    @Override
    public Receipt deliver(Posting posting) throws GatewayException {
        if (posting.chat().kind() != ChatKind.INTERNAL || !posting.to().isEmpty()) {
            throw new GatewayException(0, "a group robot speaks in its own internal group only", Remedy.DROP, false);
        }
        List<String> pieces = TEXT_LIMIT.split(posting.body().plain()).stream().filter(piece -> !piece.isBlank())
                .toList();
        for (int sent = 0; sent < pieces.size(); sent++) {
            send(pieces.get(sent), sent);
        }
        return Receipt.SENT;
    }

    private void send(String piece, int sentBefore) throws GatewayException {
        try {
            robots.sendText(webhook, piece, List.of(), List.of());
        } catch (WxErrorException e) {
            // the exceptions' own messages may hold the address, and with it the key: they end here
            throw refused(e.getError().getErrorCode(), sentBefore);
        } catch (JsonParseException | IllegalStateException _) {
            throw refused(NO_ANSWER, sentBefore);
        }
    }

    private static GatewayException refused(int code, int sentBefore) {
        boolean unanswered = code == NO_ANSWER;
        String what = unanswered ? "WeCom did not answer" : "WeCom refused with code " + code;
        String place = sentBefore == 0 ? "" : ", at piece " + (sentBefore + 1);
        boolean retryable = sentBefore == 0 && (unanswered || PASSING.contains(code));
        Remedy remedy = !retryable ? Remedy.DROP : TOO_OFTEN.contains(code) ? Remedy.BACK_OFF : Remedy.RETRY;
        return new GatewayException(unanswered ? 0 : code, what + place, remedy, unanswered || sentBefore > 0);
    }
}
