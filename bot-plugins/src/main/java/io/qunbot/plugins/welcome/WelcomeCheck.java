package io.qunbot.plugins.welcome;

import io.qunbot.plugin.Pattern;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Segment;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for what the types of settings cannot see: greetings nobody gets, patterns that match all, days that never come. */
final class WelcomeCheck {

    private static final Duration MOST = Duration.ofDays(14);
    private static final int LAST_DAY = 60;

    private final WelcomeSettings settings;
    private final PluginServices services;
    private final Problems problems;

    WelcomeCheck(WelcomeSettings settings, PluginServices services, Problems problems) {
        this.settings = settings;
        this.services = services;
        this.problems = problems;
    }

    void check() {
        greetings();
        settings.platform().ifPresent(text -> Template.check(text, Vocabulary.names(services), problems));
        settings.enter().ifPresent(text -> Saying.check(text, Vocabulary.names(services, "name"), problems));
        settings.max().filter(rate -> rate.value().most() == 0).ifPresent(rate -> problems.error("R411", rate.place(),
                new Words("最多 0 次,谁也不会被欢迎", "none at most: nobody is ever welcomed"),
                new Words("例如 max: 3/1h;不想欢迎就去掉 say", "for instance max: 3/1h; or leave out say")));
        settings.introduce().ifPresent(this::introduce);
        settings.follow().ifPresent(this::follow);
    }

    private void greetings() {
        Optional<Place> forAll = Optional.empty();
        for (Located<Greeting> greeting : settings.say()) {
            Saying.check(new Located<>(greeting.value().saying(), greeting.place()),
                    Vocabulary.names(services, "names", "number", "numbers", "count", "way", "inviter"), problems);
            Segment.check(greeting.value().in(), services, problems);
            greeting.value().inviter().forEach(who -> inviter(who, greeting.place()));
            Optional<Place> before = forAll.filter(_ -> !greeting.value().back());
            before.ifPresent(place -> problems.warn("R410", greeting.place(),
                    new Words("第 " + place.line() + " 行的欢迎适合所有人,轮不到这一条", "the greeting in line " + place.line()
                            + " is for everybody: this one is never said"),
                    new Words("把适合所有人的那一条写在最后", "put the one for everybody last")));
            forAll = forAll.or(() -> greeting.value().isForAll() ? Optional.of(greeting.place()) : Optional.empty());
        }
    }

    /** An account may be anything, but what looks nearly like a post is one that was mistyped. */
    private void inviter(String who, Place place) {
        List<String> posts = services.posts();
        Optional<String> near = posts.contains(who) || Greeting.MEMBER.contains(who)
                ? Optional.empty()
                : Nearest.to(who, posts);
        near.ifPresent(post -> problems.warn("R410", place,
                new Words("staff 里没有 “" + who + "” 这个岗位,当作账号",
                        "staff has no post '" + who + "': it is taken for an account"),
                new Words("您是不是想写 “" + post + "”?", "did you mean '" + post + "'?")));
    }

    private void introduce(Located<Introduce> located) {
        Introduce introduce = located.value();
        Set<String> known = Guests.vocabulary(services);
        introduce.thanks().ifPresent(text -> Template.check(text, known, problems));
        introduce.echo().ifPresent(text -> Template.check(text, known, problems));
        introduce.remind().ifPresent(text -> Template.check(text, known, problems));
        introduce.daily().ifPresent(daily -> Template.check(daily.value().say(), known, problems));
        introduce.tell().ifPresent(tell -> tell.check(services, Guests.vocabulary(services, "quote"), problems));
        introduce.like().ifPresent(this::like);
        if (introduce.within().isZero() || introduce.within().compareTo(MOST) > 0) {
            problems.error("R412", located.place(),
                    new Words("within 要在 0 到 14 天之间", "within has to be more than nothing and 14 days at most"),
                    new Words("例如 within: 24h", "for instance within: 24h"));
        }
        if (introduce.thanks().isEmpty() && introduce.tag().isEmpty() && introduce.remind().isEmpty()
                && introduce.tell().isEmpty() && introduce.daily().isEmpty()) {
            problems.warn("R412", located.place(),
                    new Words("介绍了自己也没有任何反应", "nothing follows when somebody introduces themselves"),
                    new Words("写 thanks、tag 或者 remind", "write thanks, tag or remind"));
        }
        if (introduce.echo().isPresent() && introduce.thanks().isEmpty()) {
            problems.error("R412", located.place(), new Words("echo 跟在 thanks 后面说,这里没有 thanks",
                    "echo follows the thanks, and there are none"), new Words("加上 thanks", "add thanks"));
        }
    }

    private void like(Located<Like> like) {
        boolean all = like.value().regex().filter(Pattern::matchesEverything).isPresent()
                || like.value().longer().filter(least -> least < 1).isPresent();
        if (all) {
            problems.error("R413", like.place(), new Words("什么话都算自我介绍", "every message counts as an introduction"),
                    new Words("例如 like: { regex: '我是.{2,40}(店|餐)' }", "for instance like: { regex: 'I am .{2,40}' }"));
        }
    }

    private void follow(Located<Follow> located) {
        Set<Integer> days = new HashSet<>();
        if (located.value().days().isEmpty()) {
            problems.error("R416", located.place(), new Words("没有写第几天做什么", "there are no days"),
                    new Words("例如 follow: [{ day: 1, say: \"…\" }]", "for instance follow: [{ day: 1, say: \"…\" }]"));
        }
        for (Located<Follow.Day> each : located.value().days()) {
            Follow.Day day = each.value();
            day.say().ifPresent(text -> Template.check(text, Guests.vocabulary(services), problems));
            day.tell().ifPresent(tell -> tell.check(services, Guests.vocabulary(services), problems));
            if (day.day().value() < 1 || day.day().value() > LAST_DAY || !days.add(day.day().value())) {
                problems.error("R416", day.day().place(),
                        new Words("day 从 1 到 60,每天只写一次", "a day is from 1 to 60, and stands here once"),
                        new Words("进群第二天是 day: 1", "the day after joining is day: 1"));
            }
            if (day.say().isEmpty() && day.tell().isEmpty()) {
                problems.error("R416", each.place(), new Words("这一天什么也不做", "nothing happens on this day"),
                        new Words("写上 say 或 tell", "add say or tell"));
            }
        }
    }
}
