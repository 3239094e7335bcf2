package io.qunbot.load;

import io.qunbot.wecom.codec.Credentials;
import io.qunbot.wecom.codec.Crypt;
import io.qunbot.wecom.codec.Sealed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Callbacks of an application as WeCom sends them, each a whole HTTP request of about 936 bytes of body. */
final class Messages {

    static final Credentials SAMPLE = new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "wx5823bf96d3bd56c7");

    private static final int BODY = 936;
    private static final String FILLER = "今天店里忙得很大家都在前面招呼客人后面厨房也没有停过等会儿再说吧先把这几桌照顾好";

    private final Crypt crypt = new Crypt(SAMPLE, Duration.ofMinutes(10));
    private final AtomicLong ids;
    private final Map<Integer, Integer> fillers = new HashMap<>();

    Messages(long firstId) {
        ids = new AtomicLong(firstId);
    }

    /** One message; its id is the next one. */
    byte[] next(String path, String member, String words, Instant now) {
        return request(path, ids.getAndIncrement(), member, words, now);
    }

    byte[] request(String path, long id, String member, String words, Instant now) {
        String text = words + FILLER.repeat(BODY / FILLER.length()).substring(0, filler(id, member, words, now));
        String timestamp = Long.toString(now.getEpochSecond());
        Sealed sealed = sealed(id, member, text, now);
        byte[] sent = envelope(sealed);
        String head = "POST " + path + "?msg_signature=" + sealed.signature() + "&timestamp=" + timestamp + "&nonce="
                + sealed.nonce() + " HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: text/xml\r\ncontent-length: "
                + sent.length + "\r\n\r\n";
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[first.length + sent.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(sent, 0, whole, first.length, sent.length);
        return whole;
    }

    /** How many characters bring the body to its size; found once for each length of the rest. */
    private int filler(long id, String member, String words, Instant now) {
        return fillers.computeIfAbsent(member.length() + words.length(), _ -> {
            int length = 0;
            while (body(id, member, words + FILLER.repeat(BODY / FILLER.length()).substring(0, length),
                    now).length < BODY) {
                length++;
            }
            return length;
        });
    }

    private byte[] body(long id, String member, String text, Instant now) {
        return envelope(sealed(id, member, text, now));
    }

    private Sealed sealed(long id, String member, String text, Instant now) {
        String xml = "<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><FromUserName><![CDATA[" + member
                + "]]></FromUserName><CreateTime>" + now.getEpochSecond()
                + "</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[" + text
                + "]]></Content><MsgId>" + id + "</MsgId><AgentID>1000002</AgentID></xml>";
        return crypt.seal(xml.getBytes(StandardCharsets.UTF_8), Long.toString(now.getEpochSecond()), "1597212914");
    }

    private static byte[] envelope(Sealed sealed) {
        return ("<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID>"
                + "<Encrypt><![CDATA[" + sealed.encrypt() + "]]></Encrypt></xml>").getBytes(StandardCharsets.UTF_8);
    }
}
