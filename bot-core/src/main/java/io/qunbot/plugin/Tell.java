package io.qunbot.plugin;

import io.qunbot.chat.Action;
import io.qunbot.chat.Care;
import io.qunbot.chat.MemberId;
import io.qunbot.text.Nearest;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What colleagues get to know. */
@Doc(zh = "告诉同事", en = "what to tell colleagues")
public record Tell(
        @Doc(zh = "staff 里的岗位,可以写几个", en = "posts of staff, one or several") List<Located<String>> who,
        @Doc(zh = "说什么", en = "the words") Located<Template> text,
        @Default("false") @Doc(zh = "同事不在的时间也马上告诉", en = "whether they are told at any hour") boolean urgent,
        @Doc(zh = "多久之内要有人接:回“接了”,或者在群里说话", en = "how soon somebody has to take it up: by 接了, or by speaking in the group") Optional<Duration> within,
        @Default("false") @Doc(zh = "who 的几位同事一位一位来:先第一位,within 里没接再下一位", en = "whether colleagues of who are told one after the other, each when the one before did not take it within") boolean turn,
        @Key("else") @Doc(zh = "没人接就告诉这些岗位", en = "the posts that are told when nobody does") List<Located<String>> next,
        @Doc(zh = "这段时间里的合成一条", en = "what comes within this time is one message") Optional<Duration> batch) {

    /** What nobody has to take up. */
    public Tell(List<Located<String>> who, Located<Template> text, boolean urgent) {
        this(who, text, urgent, Optional.empty(), false, List.of(), Optional.empty());
    }

    public Tell {
        who = List.copyOf(who);
        next = List.copyOf(next);
    }

    /**
     * Notes unknown variables and posts that nobody holds.
     *
     * @param variables what its text may name
     */
    public void check(PluginServices services, Set<String> variables, Problems problems) {
        Template.check(text, variables, problems);
        if (who.isEmpty()) {
            problems.error("R217", text.place(), new Words("没有写告诉谁", "nobody is told"),
                    new Words("例如 who: owner", "for instance who: owner"));
        }
        if (turn && within.isEmpty()) {
            problems.error("R264", text.place(), new Words("turn 要和 within 一起写:多久没接换下一位", "turn goes with within"),
                    new Words("例如 within: 10m", "for instance within: 10m"));
        }
        Stream.concat(who.stream(), next.stream()).forEach(post -> check(post, services, problems));
    }

    /** Notes a post that nobody holds. */
    public static void check(Located<String> post, PluginServices services, Problems problems) {
        if (services.staff(post.value()).isEmpty()) {
            List<String> posts = services.posts();
            problems.error("R217", post.place(),
                    new Words("staff 里没有 “" + post.value() + "” 这个岗位", "staff has no post '" + post.value() + "'"),
                    Nearest.to(post.value(), posts)
                            .map(near -> new Words("您是不是想写 “" + near + "”?", "did you mean '" + near + "'?"))
                            .orElse(new Words("可以写:" + String.join("、", posts),
                                    "known here: " + String.join(", ", posts))));
        }
    }

    /**
     * What is told now; empty, with a note, when there is nobody to tell or nothing to say.
     *
     * @param rule what makes the bot tell it
     */
    public Optional<Action.Tell> action(Map<String, Object> values, String rule, PluginServices services,
            ChatContext chat) {
        List<MemberId> colleagues = members(who, services);
        String words = text.value().fill(values);
        if (colleagues.isEmpty() || words.isEmpty()) {
            boolean nobody = colleagues.isEmpty();
            chat.note(Finding.of(Finding.Kind.NOTED, nobody ? "没有可以告诉的同事" : "没有可以告诉的内容",
                    nobody ? "there is no colleague to tell" : "there is nothing to tell").on(rule, text.place()));
            return Optional.empty();
        }
        List<List<MemberId>> queue = queue(colleagues, services);
        Care care = new Care(within.orElse(Duration.ZERO), queue.size() < 2 ? List.of() : queue.get(1),
                queue.stream().skip(2).toList(), batch.orElse(Duration.ZERO));
        return Optional.of(new Action.Tell(queue.getFirst(), words, rule, urgent, care));
    }

    /** Who is told, and then who is. */
    private List<List<MemberId>> queue(List<MemberId> colleagues, PluginServices services) {
        List<MemberId> last = members(next, services);
        Stream<List<MemberId>> first = turn ? colleagues.stream().map(List::of) : Stream.of(colleagues);
        return Stream.concat(first, Stream.of(last).filter(group -> !group.isEmpty())).toList();
    }

    private static List<MemberId> members(List<Located<String>> posts, PluginServices services) {
        return posts.stream().flatMap(post -> services.staff(post.value()).stream()).distinct().toList();
    }
}
