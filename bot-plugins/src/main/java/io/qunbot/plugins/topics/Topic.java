package io.qunbot.plugins.topics;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.Rate;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Planned;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that is said again and again, or once, because it is time. */
@Doc(zh = "一个话题", en = "a topic")
@Planned("stage")
public record Topic(
        @Doc(zh = "固定的名字,改了就算新话题", en = "a stable name; a new name is a new topic") Located<String> id,
        @Doc(zh = "什么时候", en = "when") Located<At> at,
        @Doc(zh = "哪一类:生活、观点、成绩、干货、推广", en = "what kind: life, opinion, results, know-how, ads") Optional<Located<Kind>> kind,
        @Doc(zh = "谁主持:staff 里的岗位,文字里用 {{host}}", en = "who hosts it: a post of staff, {{host}} in texts") Optional<Located<String>> host,
        @Doc(zh = "步骤:提前、当时、之后各做什么", en = "its steps: before, at the time, after") List<Located<Step>> steps,
        @Doc(zh = "内容,每次用一条,文字里写 {{字段名}}", en = "its contents, one each time; texts name their fields") List<Map<String, String>> each,
        @Doc(zh = "按顺序还是随机(不重复)", en = "in their order, or at random without repeats") @Default("in-turn") Order order,
        @Doc(zh = "内容用完以后", en = "what happens when the contents are used up") Optional<End> end,
        @Doc(zh = "一个群里最多几次,例如 1/7d", en = "how often in one group, such as 1/7d") Optional<Rate> limit,
        @Doc(zh = "只在有这样的成员的群里", en = "only in groups with such members") Optional<Crowd> when,
        @Doc(zh = "在哪种会话里:internal 内部群、customer 客户群、direct 一对一;默认只在群里", en = "in which kinds of conversation; in groups by default") List<ChatKind> in,
        @Doc(zh = "这个话题可以做到哪一步", en = "how far this topic may go by itself") Optional<Mode> mode) {

    public Topic {
        steps = List.copyOf(steps);
        each = List.copyOf(each);
        in = in.isEmpty() ? List.of(ChatKind.INTERNAL, ChatKind.CUSTOMER) : List.copyOf(in);
    }

    String name() {
        return id.value();
    }
}
