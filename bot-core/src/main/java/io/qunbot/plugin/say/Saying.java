package io.qunbot.plugin.say;

import io.qunbot.chat.Body;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something to say: words, and what is sent with them. A plain text is words alone. Immutable. */
@Doc(zh = "要说的话", en = "something to say")
@Written(examples = "发票在「我的-订单-开票」申请。")
public record Saying(
        @Doc(zh = "文字", en = "the words") Optional<Template> text,
        @Doc(zh = "企业微信的 markdown,和 text 二选一;通道不显示的写法变成普通文字", en = "WeCom's markdown, instead of text; what a channel doesn't render becomes plain words") Optional<Template> markdown,
        @Doc(zh = "一张图片(png、jpg)", en = "a picture (PNG or JPG)") Optional<Located<Material>> image,
        @Doc(zh = "一个文件", en = "a file") Optional<Located<Material>> file,
        @Doc(zh = "一个链接", en = "a link") Optional<LinkForm> link,
        @Doc(zh = "一张卡片", en = "a card") Optional<CardForm> card) {

    public Saying {
        boolean nothing = Stream.of(text, markdown, image, file, link, card).allMatch(Optional::isEmpty);
        if (nothing || (text.isPresent() && markdown.isPresent())) {
            throw new Mistake(
                    nothing
                            ? new Words("没有写说什么", "it says nothing")
                            : new Words("text 和 markdown 只能写一个", "it is either text or markdown"),
                    new Words("例如 say: { text: \"模板给您\", file: materials/cost-card.xlsx }",
                            "for instance say: { text: \"here you are\", file: materials/cost-card.xlsx }"));
        }
    }

    /** A plain text. */
    public static Saying parse(String text) {
        return of(Template.parse(text));
    }

    /** Words alone. */
    public static Saying of(Template text) {
        return new Saying(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** All that members may get to read, in one text. */
    public Template words() {
        return text.orElseGet(() -> Template.parse(Stream.concat(parts().map(Template::source),
                materials().map(material -> material.value().name())).collect(Collectors.joining("\n"))));
    }

    private Stream<Template> parts() {
        return Stream.of(text.stream(), markdown.stream(), located().map(Located::value)).flatMap(each -> each);
    }

    private Stream<Located<Template>> located() {
        return Stream.concat(link.stream().flatMap(form -> form.templates().stream()),
                card.stream().flatMap(form -> form.templates().stream()));
    }

    /** What is sent with the words. */
    public Stream<Located<Material>> materials() {
        return Stream.concat(image.stream(), file.stream());
    }

    /** The names of the values it has places for. */
    public Set<String> variables() {
        return parts().flatMap(template -> template.variables().stream()).collect(Collectors.toSet());
    }

    /**
     * What is said, with values in their places; empty when a part of it is not known.
     *
     * @param values see {@link Template#fill}
     */
    public Optional<Body> body(Map<String, ?> values) {
        List<Optional<Body>> parts = new ArrayList<>();
        text.ifPresent(words -> parts.add(filled(words, values).map(Body::text)));
        markdown.ifPresent(words -> parts.add(filled(words, values).map(Body.Markdown::new)));
        image.ifPresent(found -> parts.add(Optional.of(
                new Body.Image(found.value().path(), "[图片] " + found.value().name()))));
        file.ifPresent(found -> parts.add(Optional.of(
                new Body.Document(found.value().path(), "[文件] " + found.value().name()))));
        link.ifPresent(form -> parts.add(form.body(values)));
        card.ifPresent(form -> parts.add(form.body(values)));
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Body> known = parts.stream().map(Optional::orElseThrow).toList();
        return Optional.of(known.size() == 1 ? known.getFirst() : new Body.Several(known));
    }

    private static Optional<String> filled(Template template, Map<String, ?> values) {
        return Optional.of(template.fill(values)).filter(words -> !words.isEmpty());
    }

    /** Reports the mistakes that its types cannot see. */
    public static void check(Located<Saying> saying, Set<String> known, Problems problems) {
        new SayingCheck(known, problems).check(saying);
    }
}
