package io.qunbot.plugin.say;

import io.qunbot.chat.Body;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A page to open. */
@Doc(zh = "一个链接", en = "a link")
public record LinkForm(
        @Doc(zh = "标题,最多 128 字节", en = "its title, 128 bytes at most") Located<Template> title,
        @Doc(zh = "描述,最多 512 字节", en = "what it is about, 512 bytes at most") @Key({
                "description",
                "desc"}) Optional<Located<Template>> description,
        @Doc(zh = "网址", en = "its address") Located<Template> url,
        @Doc(zh = "封面图的网址", en = "the address of a picture") Optional<Located<Template>> picture) {

    List<Located<Template>> templates() {
        return Stream.of(Stream.of(title), description.stream(), Stream.of(url), picture.stream())
                .flatMap(each -> each).toList();
    }

    /** Empty when its title or its address is not known. */
    Optional<Body> body(Map<String, ?> values) {
        Body.Article article = new Body.Article(title.value().fill(values), filled(description, values),
                url.value().fill(values), filled(picture, values));
        return article.title().isBlank() || article.url().isBlank()
                ? Optional.empty()
                : Optional.of(new Body.News(List.of(article)));
    }

    static String filled(Optional<Located<Template>> template, Map<String, ?> values) {
        return template.map(known -> known.value().fill(values)).orElse("");
    }
}
