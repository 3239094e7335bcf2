package io.qunbot.plugins.reply.effect;

import io.qunbot.plugin.Template;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Planned;
import io.qunbot.yaml.Written;

/** Something to say. */
@Doc(zh = "要说的话", en = "something to say")
@Planned({"file", "image", "link"})
@Written(examples = "发票在「我的-订单-开票」申请。")
public record Saying(@Doc(zh = "文字", en = "the words") Template text) {

    /** A plain text. */
    public static Saying parse(String text) {
        return new Saying(Template.parse(text));
    }
}
