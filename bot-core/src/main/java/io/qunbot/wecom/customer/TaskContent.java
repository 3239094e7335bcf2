package io.qunbot.wecom.customer;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.chat.Capabilities;
import io.qunbot.chat.Format;
import io.qunbot.chat.GatewayException;
import io.qunbot.wecom.api.Articles;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.LocalFile;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.api.Uploads;
import io.qunbot.wecom.api.WecomApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said in a task (document 92135): one text, and up to nine pictures, links and files. */
record TaskContent(WecomApi api, Uploads uploads) {

    private static final Format FORMAT = Capabilities.ofCustomers().format();
    private static final int MOST_ATTACHMENTS = 9;

    JsonObject of(Body body) throws GatewayException {
        List<String> words = new ArrayList<>();
        List<JsonObject> attachments = new ArrayList<>();
        for (Body each : body.each()) {
            List<JsonObject> attached = attachments(each);
            attachments.addAll(attached);
            if (attached.isEmpty()) {
                words.add(each.plain());
            }
        }
        return content(words.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("\n")), attachments);
    }

    private static JsonObject content(String words, List<JsonObject> attachments) throws GatewayException {
        if (words.isBlank() && attachments.isEmpty()) {
            throw Refusals.drop("没有内容可说", "there is nothing to say");
        }
        if (words.getBytes(StandardCharsets.UTF_8).length > FORMAT.textBytes()) {
            throw Refusals.drop("群发的文字最多 " + FORMAT.textBytes() + " 字节",
                    "a task's words have " + FORMAT.textBytes() + " bytes at most");
        }
        if (attachments.size() > MOST_ATTACHMENTS) {
            throw Refusals.drop("群发最多带 " + MOST_ATTACHMENTS + " 个附件",
                    "a task takes " + MOST_ATTACHMENTS + " attachments at most");
        }
        JsonObject content = words.isBlank() ? new JsonObject() : Fields.of("text", Fields.of("content", words));
        if (!attachments.isEmpty()) {
            content.add("attachments", Fields.of("list", attachments).get("list"));
        }
        return content;
    }

    private List<JsonObject> attachments(Body body) throws GatewayException {
        return switch (body) {
            case Body.News news when Articles.fit(news) && news.articles().size() <= MOST_ATTACHMENTS ->
                news.articles().stream().map(TaskContent::link).toList();
            case Body.Image(String file, _) -> {
                LocalFile found = LocalFile.of(file).atMost(FORMAT.sizes().file());
                yield List.of(media(found.kind(FORMAT.sizes().image()), found));
            }
            case Body.Document(String file, _) ->
                List.of(media("file", LocalFile.of(file).atMost(FORMAT.sizes().file())));
            default -> List.of();
        };
    }

    private JsonObject media(String kind, LocalFile file) throws GatewayException {
        String id = uploads.id(kind, file, (type, found) -> api.upload(type, found.path()));
        return Fields.of("msgtype", kind, kind, Fields.of("media_id", id));
    }

    private static JsonObject link(Body.Article article) {
        JsonObject link = Fields.of("title", article.title(), "url", article.url());
        if (!article.description().isBlank()) {
            link.addProperty("desc", article.description());
        }
        if (!article.picture().isBlank()) {
            link.addProperty("picurl", article.picture());
        }
        return Fields.of("msgtype", "link", "link", link);
    }
}
