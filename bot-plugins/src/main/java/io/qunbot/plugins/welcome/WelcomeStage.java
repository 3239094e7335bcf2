package io.qunbot.plugins.welcome;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Oversight;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects who joins, and greets them when the moment is over. */
final class WelcomeStage implements Stage {

    private static final Finding GONE = Finding.of(Kind.REFUSED, "进来的人都走了,不用欢迎", "whoever joined has left: no welcome");
    private static final Finding NO_WORDS = Finding.of(Kind.REFUSED, "没有适合这个时间的欢迎语",
            "no welcome fits the time of day");
    private static final Finding PLATFORM = Finding.of(Kind.BARRED, "客户群里由企业微信的入群欢迎语欢迎(platform)",
            "in customer groups WeCom itself greets (platform)");

    static final String ALARM = "welcome";
    private static final String GREETED = "greeted";
    /** An alarm that did not ring for this long after its time was lost. */
    private static final Duration LOST = Duration.ofHours(1);

    /** The day on which somebody was greeted. */
    record Greeted(String day) {}

    private final WelcomeSettings settings;
    private final PluginServices services;

    WelcomeStage(WelcomeSettings settings, PluginServices services) {
        this.settings = settings;
        this.services = services;
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        return switch (event) {
            case Event.Joined joined when greets(chat) -> joined(joined, chat);
            case Event.Left left -> left(left, chat);
            case Event.Rang _ -> rang(chat);
            case Event.Entered entered when entered.chat().kind() == ChatKind.DIRECT -> entered(entered, chat);
            default -> Reaction.pass();
        };
    }

    @Override
    public List<Located<String>> rules() {
        List<Located<String>> texts = new ArrayList<>();
        settings.say().forEach(greeting -> texts.add(new Located<>("welcome.say", greeting.place())));
        settings.enter().ifPresent(text -> texts.add(new Located<>("welcome.enter", text.place())));
        return texts;
    }

    /** Where WeCom itself greets, a second welcome would be one too many. */
    private boolean greets(ChatContext chat) {
        boolean platform = settings.platform().isPresent() && chat.group().chat().kind() == ChatKind.CUSTOMER;
        if (platform) {
            chat.note(PLATFORM);
        }
        return !platform && !settings.say().isEmpty();
    }

    @Override
    public Optional<Template> platformWelcome() {
        return settings.platform().map(Located::value);
    }

    private Reaction joined(Event.Joined joined, ChatContext chat) {
        int count = Math.max(joined.count(), joined.members().size());
        Instant due = due(chat.now());
        if (!due.isAfter(chat.now())) {
            return welcome(new Newcomers.Party(joined.members(), count), chat);
        }
        Newcomers newcomers = new Newcomers(chat.memory());
        boolean first = newcomers.open(chat.now(), since -> due(since).plus(LOST));
        newcomers.add(joined.members(), count);
        return first ? Reaction.pass(new Action.Wake(ALARM, due, "")) : Reaction.pass();
    }

    /** When those are welcomed who join now: when the moment is over, and not while it is quiet. */
    private Instant due(Instant now) {
        Instant merged = now.plus(settings.merge());
        return services.quietUntil(merged).orElse(merged);
    }

    /** Who came in the night is greeted in the morning, all together; the quiet hours may be others than in the evening. */
    private Reaction rang(ChatContext chat) {
        return services.quietUntil(chat.now())
                .map(end -> Reaction.pass(new Action.Wake(ALARM, end, "")))
                .orElseGet(() -> welcome(new Newcomers(chat.memory()).take().without(
                        member -> chat.person(member).optedOut()), chat));
    }

    private static Reaction left(Event.Left left, ChatContext chat) {
        new Newcomers(chat.memory()).remove(left.members(), left.count());
        return Reaction.pass();
    }

    private Reaction welcome(Newcomers.Party party, ChatContext chat) {
        LocalTime time = chat.now().atZone(services.zone()).toLocalTime();
        List<String> ways = Guests.ways(party, chat);
        Optional<Located<Greeting>> greeting = settings.say().stream()
                .filter(candidate -> candidate.value().isFor(time, ways)).findFirst();
        if (party.count() == 0 || greeting.isEmpty()) {
            chat.note(party.count() == 0 ? GONE : NO_WORDS);
            return Reaction.pass();
        }
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now());
        values.put("names", Guests.names(party, chat));
        values.put("count", party.count());
        if (ways.size() == 1) {
            values.put("way", Foreign.echo(ways.getFirst()));
        }
        chat.group().size().ifPresent(size -> values.put("number", size));
        chat.note(Finding.of(Kind.ACTS, "欢迎 " + party.count() + " 人", "welcomes " + party.count())
                .on("welcome.say", greeting.get().place()));
        return say("welcome.say", greeting.get().value().saying(), values, Manner.WELCOME);
    }

    private Reaction entered(Event.Entered entered, ChatContext chat) {
        String today = chat.now().atZone(services.zone()).toLocalDate().toString();
        boolean again = chat.memory(entered.by()).get(GREETED, Greeted.class)
                .filter(greeted -> greeted.day().equals(today)).isPresent();
        if (again || settings.enter().isEmpty()) {
            return Reaction.pass();
        }
        chat.memory(entered.by()).put(GREETED, new Greeted(today));
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now());
        values.put("name", chat.person(entered.by()).name().map(Foreign::name)
                .filter(name -> !name.isEmpty()).orElse("朋友"));
        chat.note(Finding.of(Kind.ACTS, "打开了对话", "opened the conversation").on("welcome.enter",
                settings.enter().get().place()));
        return say("welcome.enter", settings.enter().get().value(), values, Manner.ANSWER);
    }

    private static Reaction say(String rule, Saying saying, Map<String, Object> values, Manner manner) {
        return Reaction.pass(saying.body(values).stream()
                .<Action>map(body -> new Action.Say(body, rule, Optional.of(manner), Oversight.NONE)).toList());
    }
}
