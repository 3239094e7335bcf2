package io.qunbot.wecom.robot;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Receipt;
import io.qunbot.wecom.api.LocalFile;
import io.qunbot.wecom.api.Patience;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.api.Series;
import io.qunbot.wecom.api.Uploads;
import io.qunbot.wecom.api.WecomHttp;

/**
 * Says words in the one group that a robot's webhook belongs to (document 99110). Thread-safe; blocks
 * for up to eleven seconds a message when WeCom doesn't answer.
 */
public final class RobotGateway implements Gateway {

    private final String webhook;
    private final WecomHttp http;
    private final Uploads uploads = new Uploads();

    /**
     * @param webhook the address with its key, which is a secret: it appears in no message and no log
     */
    public RobotGateway(String webhook) {
        this(webhook, Patience.USUAL);
    }

    public RobotGateway(String webhook, Patience patience) {
        this.webhook = checked(webhook);
        this.http = new WecomHttp(patience);
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
     * What is too long leaves in several messages. Once the first is out a failure is final: to repeat the whole
     * would say the beginning twice.
     */
    @Override
    public Receipt deliver(Posting posting) throws GatewayException {
        if (posting.chat().kind() != ChatKind.INTERNAL || !posting.to().isEmpty()) {
            throw Refusals.drop("群机器人只能在自己的内部群里说话",
                    "a group robot speaks in its own internal group only");
        }
        new Series(uploads).send(() -> RobotMessages.of(posting.body(), this::media),
                message -> http.post(webhook, message), false);
        return Receipt.SENT;
    }

    @Override
    public int messages(Posting posting) {
        return RobotMessages.count(posting.body());
    }

    private String media(LocalFile file) throws GatewayException {
        return uploads.id("file", file, (kind, found) -> http
                .upload(webhook.replaceFirst("/send(?=\\?)", "/upload_media") + "&type=" + kind, found.path()));
    }
}
