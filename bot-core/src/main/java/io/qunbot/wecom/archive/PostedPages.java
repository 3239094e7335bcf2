package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pages of {@code GetChatData} that a puller elsewhere posts, sealed or open. For one thread. */
public final class PostedPages {

    /** More than WeCom ever gives at once. */
    private static final int MOST = 5_000;

    private final Unsealer unsealer;

    public PostedPages(Unsealer unsealer) {
        this.unsealer = unsealer;
    }

    /** @throws IOException when it is no page, or not all of one: then nothing of it counts */
    public ArchiveSource.Pulled read(byte[] body) throws IOException {
        JsonArray items = HttpSource.page(text(body));
        if (items.size() > MOST) {
            throw new IOException("一页最多 " + MOST + " 条 (a page has at most " + MOST + " messages)");
        }
        List<byte[]> messages = new ArrayList<>(items.size());
        for (JsonElement item : items) {
            messages.add(unsealer.payload(item.getAsJsonObject()));
        }
        return new ArchiveSource.Pulled(messages, Map.of(), false, unsealer.trouble());
    }

    private static String text(byte[] body) throws IOException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException torn) {
            throw new IOException("这一页不是 UTF-8 (the page is no UTF-8)", torn);
        }
    }
}
