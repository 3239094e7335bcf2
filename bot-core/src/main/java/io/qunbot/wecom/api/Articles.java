package io.qunbot.wecom.api;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.wecom.codec.ByteLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Articles as WeCom writes them, eight to a message: documents 90236 and 99110. */
public final class Articles {

    private static final int MOST = 8;
    private static final ByteLimit TITLE = new ByteLimit(128);
    private static final ByteLimit DESCRIPTION = new ByteLimit(512);

    private Articles() {}

    /** Whether WeCom has articles for them: each has a title and opens something. */
    public static boolean fit(Body.News news) {
        return !news.articles().isEmpty()
                && news.articles().stream().noneMatch(each -> each.url().isBlank() || each.title().isBlank());
    }

    /** The contents of {@code news}, one for each message that it takes. */
    public static List<JsonObject> of(Body.News news) {
        List<JsonObject> messages = new ArrayList<>();
        List<Body.Article> articles = news.articles();
        for (int from = 0; from < articles.size(); from += MOST) {
            messages.add(Fields.of("articles", articles.subList(from, Math.min(from + MOST, articles.size())).stream()
                    .map(Articles::article).toList()));
        }
        return messages;
    }

    private static JsonObject article(Body.Article article) {
        JsonObject json = Fields.of("title", TITLE.cut(article.title()), "url", article.url());
        if (!article.description().isBlank()) {
            json.addProperty("description", DESCRIPTION.cut(article.description()));
        }
        if (!article.picture().isBlank()) {
            json.addProperty("picurl", article.picture());
        }
        return json;
    }

    /** The same in markdown, for channels without articles. */
    public static String markdown(Body.News news) {
        return news.articles().stream().map(Articles::line).collect(Collectors.joining("\n"));
    }

    private static String line(Body.Article article) {
        String title = article.url().isBlank() ? article.title() : "[" + article.title() + "](" + article.url() + ")";
        return article.description().isBlank() ? title : title + "\n> " + article.description();
    }
}
