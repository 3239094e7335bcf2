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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks after newcomers: the welcome, what they and the group do together, and what follows some days later. */
final class WelcomeStage implements Stage {

    private static final String GREETED = "greeted";

    /** The day on which somebody was greeted. */
    record Greeted(String day) {}

    private final WelcomeSettings settings;
    private final PluginServices services;
    private final Door door;
    private final Optional<Introducing> introducing;
    private final Optional<Reminder> reminder;
    private final Optional<Following> following;
    private final Optional<Threshold> threshold;

    WelcomeStage(WelcomeSettings settings, PluginServices services) {
        this.settings = settings;
        this.services = services;
        door = new Door(settings, services);
        introducing = settings.introduce().map(introduce -> new Introducing(introduce, services));
        reminder = settings.introduce().map(Located::value).flatMap(introduce -> introduce.remind()
                .map(text -> new Reminder(introduce, text, services)));
        following = settings.follow().map(follow -> new Following(follow.value(), services));
        threshold = services.entry().filter(entry -> entry.value().canBeChecked())
                .map(entry -> new Threshold(entry, services));
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        return Reaction.pass(switch (event) {
            case Event.Joined joined when isGroup(chat) -> joined(joined, chat);
            case Event.Left left -> {
                door.left(left, chat);
                yield List.of();
            }
            case Event.Said said when isGroup(chat) -> said(said, chat);
            case Event.Rang rang -> rang(rang.key(), chat);
            case Event.Entered entered when !isGroup(chat) -> entered(entered, chat);
            default -> List.of();
        });
    }

    private static boolean isGroup(ChatContext chat) {
        return chat.group().chat().kind() != ChatKind.DIRECT;
    }

    @Override
    public boolean expects(String alarm, String payload) {
        return switch (alarm) {
            case Reminder.ALARM -> reminder.isPresent();
            case Following.ALARM -> following.isPresent();
            case Threshold.ALARM -> threshold.isPresent();
            case Thanks.ALARM -> settings.introduce().flatMap(introduce -> introduce.value().thanks()).isPresent();
            case Thanks.DAILY -> settings.introduce().flatMap(introduce -> introduce.value().daily()).isPresent();
            default -> true;
        };
    }

    @Override
    public List<Located<String>> rules() {
        return new Lines(settings, services.entry()).rules();
    }

    @Override
    public Optional<Template> platformWelcome() {
        return settings.platform().map(Located::value);
    }

    private List<Action> joined(Event.Joined joined, ChatContext chat) {
        Guestbook book = new Guestbook(chat);
        joined.members().forEach(book::arrives);
        List<Action> actions = new ArrayList<>(door.joined(joined, chat));
        long strangers = joined.members().stream().filter(member -> !services.isStaff(member)).count()
                + Math.max(0, joined.count() - joined.members().size());
        if (strangers > 0) {
            introducing.ifPresent(_ -> actions.add(Losses.count(Step.JOINED, (int) strangers)));
            reminder.ifPresent(it -> actions.addAll(it.joined(chat)));
            following.ifPresent(it -> actions.addAll(it.joined(chat)));
            threshold.ifPresent(it -> actions.addAll(it.joined(chat)));
        }
        return actions;
    }

    private List<Action> said(Event.Said said, ChatContext chat) {
        List<Action> actions = new ArrayList<>();
        threshold.ifPresent(it -> actions.addAll(it.heard(said, chat)));
        introducing.ifPresent(it -> actions.addAll(it.heard(said, chat)));
        following.ifPresent(it -> it.heard(said, chat));
        return actions;
    }

    private List<Action> rang(String alarm, ChatContext chat) {
        return switch (alarm) {
            case Door.ALARM -> door.rang(chat);
            case Reminder.ALARM -> reminder.map(it -> it.rang(chat)).orElse(List.of());
            case Following.ALARM -> following.map(it -> it.rang(chat)).orElse(List.of());
            case Threshold.ALARM -> threshold.map(it -> it.rang(chat)).orElse(List.of());
            case Thanks.ALARM, Thanks.DAILY -> settings.introduce()
                    .map(introduce -> new Thanks(introduce.value(), services, chat).rang(alarm)).orElse(List.of());
            default -> List.of();
        };
    }

    private List<Action> entered(Event.Entered entered, ChatContext chat) {
        String today = chat.now().atZone(services.zone()).toLocalDate().toString();
        boolean again = chat.memory(entered.by()).get(GREETED, Greeted.class)
                .filter(greeted -> greeted.day().equals(today)).isPresent();
        if (again || settings.enter().isEmpty()) {
            return List.of();
        }
        Located<Saying> words = settings.enter().get();
        chat.memory(entered.by()).put(GREETED, new Greeted(today));
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now());
        values.put("name", chat.person(entered.by()).name().map(Foreign::name)
                .filter(name -> !name.isEmpty()).orElse("朋友"));
        chat.note(Finding.of(Kind.ACTS, "打开了对话", "opened the conversation").on(Lines.ENTER, words.place()));
        return words.value().body(values).stream().<Action>map(body -> new Action.Say(body, Lines.ENTER,
                Optional.of(Manner.ANSWER), Oversight.NONE)).toList();
    }
}
