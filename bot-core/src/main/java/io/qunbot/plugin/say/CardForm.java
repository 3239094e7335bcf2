package io.qunbot.plugin.say;

import io.qunbot.chat.Body;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A card that opens a page when somebody touches it. */
@Doc(zh = "一张卡片", en = "a card")
public record CardForm(
        @Doc(zh = "标题,最好不超过 26 个字", en = "its title, 26 characters at best") Located<Template> title,
        @Doc(zh = "标题下面的话,最好不超过 112 个字", en = "words below it, 112 characters at best") Optional<Located<Template>> text,
        @Doc(zh = "最多 6 行“名字: 内容”", en = "up to six lines of a name and a value") Map<String, Located<Template>> facts,
        @Doc(zh = "点开的网址", en = "the address that it opens") Located<Template> url,
        @Doc(zh = "大图的网址", en = "the address of a picture") Optional<Located<Template>> picture) {

    public CardForm {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    List<Located<Template>> templates() {
        List<Located<Template>> all = new ArrayList<>(List.of(title));
        text.ifPresent(all::add);
        all.addAll(facts.values());
        all.add(url);
        picture.ifPresent(all::add);
        return List.copyOf(all);
    }

    /** Empty when its title or its address is not known; a line with a value that is not known falls away. */
    Optional<Body> body(Map<String, ?> values) {
        List<Body.Fact> lines = facts.entrySet().stream()
                .map(fact -> new Body.Fact(fact.getKey(), fact.getValue().value().fill(values)))
                .filter(fact -> !fact.value().isBlank()).toList();
        Body.Card card = new Body.Card(title.value().fill(values), LinkForm.filled(text, values), lines, List.of(),
                new Body.Target(url.value().fill(values), LinkForm.filled(picture, values)));
        return card.title().isBlank() || card.target().url().isBlank() ? Optional.empty() : Optional.of(card);
    }
}
