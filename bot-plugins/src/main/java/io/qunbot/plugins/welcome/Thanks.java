package io.qunbot.plugins.welcome;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Thanks those who introduced themselves, now or together with others, and names them once more in the evening. */
final class Thanks {

    static final String ALARM = "thanks";
    static final String DAILY = "daily";
    static final String RULE = "welcome.thanks";
    static final String DAILY_RULE = "welcome.daily";
    private static final String THANKED = "thanked";
    /** Members of a customer group read no line a person: a colleague would have to send each. */
    private static final Duration AMONG_CUSTOMERS = Duration.ofHours(2);
    /** Where the bot speaks itself, those who follow soon share one line. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Who still has to be named. */
    record Owed(List<String> members) {}

    /** When thanks were said last, in epoch milliseconds, and on which day others were asked to join in. */
    record Thanked(long at, String echoed) {}

    private final Introduce introduce;
    private final PluginServices services;
    private final ChatContext chat;

    Thanks(Introduce introduce, PluginServices services, ChatContext chat) {
        this.introduce = introduce;
        this.services = services;
        this.chat = chat;
    }

    /** They introduced themselves. */
    List<Action> owed(List<MemberId> members) {
        List<Action> actions = new ArrayList<>();
        introduce.daily().ifPresent(daily -> {
            remember(DAILY, members);
            actions.addAll(new Bell(DAILY, chat).by(evening(daily.value())));
        });
        if (introduce.thanks().isPresent()) {
            remember(ALARM, members);
            Instant due = due();
            actions.addAll(due.isAfter(chat.now()) ? new Bell(ALARM, chat).by(due) : thank(Optional.empty()));
        }
        return actions;
    }

    private Instant due() {
        Duration gather = introduce.gather().orElse(chat.group().chat().kind() == ChatKind.CUSTOMER
                ? AMONG_CUSTOMERS
                : Duration.ZERO);
        Instant next = Instant.ofEpochMilli(thanked().at()).plus(PAUSE);
        Instant gathered = chat.now().plus(gather);
        Instant due = gather.isZero() && next.isAfter(gathered) ? next : gathered;
        return services.quietUntil(due).orElse(due);
    }

    private Thanked thanked() {
        return chat.memory().get(THANKED, Thanked.class).orElse(new Thanked(0, ""));
    }

    private Instant evening(Introduce.Daily daily) {
        ZonedDateTime now = chat.now().atZone(services.zone());
        ZonedDateTime today = now.with(daily.time());
        return (today.isAfter(now) ? today : now.plusDays(1).with(daily.time())).toInstant();
    }

    private void remember(String key, List<MemberId> members) {
        List<String> all = new ArrayList<>(
                chat.memory().get(key, Owed.class).map(Owed::members).orElse(List.of()));
        members.stream().filter(member -> !chat.person(member).optedOut()).map(MemberId::value)
                .filter(member -> !all.contains(member)).forEach(all::add);
        chat.memory().put(key, new Owed(all));
    }

    /** Who is owed, without those who left; afterwards nobody is. */
    private List<MemberId> take(String key) {
        Guestbook book = new Guestbook(chat);
        List<MemberId> members = chat.memory().get(key, Owed.class).map(Owed::members).orElse(List.of()).stream()
                .map(MemberId::new)
                .filter(member -> book.find(member).filter(guest -> guest.did(Step.LEFT)).isEmpty()).toList();
        chat.memory().remove(key);
        return members;
    }

    /** The time of either of its alarms. */
    List<Action> rang(String alarm) {
        Bell bell = new Bell(alarm, chat);
        bell.rang();
        Optional<Instant> quiet = services.quietUntil(chat.now());
        return quiet.isPresent()
                ? bell.by(quiet.get())
                : alarm.equals(ALARM) ? thank(Optional.of(Manner.WELCOME)) : evening();
    }

    /** @param manner empty when it answers whoever speaks */
    private List<Action> thank(Optional<Manner> manner) {
        List<MemberId> members = take(ALARM);
        String today = LocalDate.ofInstant(chat.now(), services.zone()).toString();
        Map<String, Object> values = Guests.values(members, services, chat);
        String words = fill(introduce.thanks(), values);
        if (members.isEmpty() || words.isEmpty()) {
            return List.of();
        }
        String echo = thanked().echoed().equals(today) ? "" : fill(introduce.echo(), values);
        chat.memory().put(THANKED, new Thanked(chat.now().toEpochMilli(), echo.isEmpty() ? thanked().echoed() : today));
        introduce.thanks()
                .ifPresent(text -> acts(RULE, text, "谢谢 " + members.size() + " 位", "thanks " + members.size()));
        String all = echo.isEmpty() ? words : words + "\n" + echo;
        return List.of(manner.map(how -> new Action.Say(all, RULE, how)).orElseGet(() -> new Action.Say(all, RULE)));
    }

    private static String fill(Optional<Located<Template>> text, Map<String, Object> values) {
        return text.map(Located::value).map(template -> template.fill(values)).orElse("");
    }

    private List<Action> evening() {
        List<MemberId> members = take(DAILY);
        Optional<Located<Template>> text = introduce.daily().map(daily -> daily.value().say());
        String words = fill(text, Guests.values(members, services, chat));
        if (members.isEmpty() || words.isEmpty()) {
            return List.of();
        }
        text.ifPresent(line -> acts(DAILY_RULE, line, "今天有 " + members.size() + " 位介绍了自己",
                members.size() + " introduced themselves today"));
        return List.of(new Action.Say(words, DAILY_RULE, Manner.TOPIC));
    }

    private void acts(String rule, Located<Template> text, String zh, String en) {
        chat.note(Finding.of(Kind.ACTS, zh, en).on(rule, text.place()));
    }
}
