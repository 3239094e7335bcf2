package io.qunbot.plugins.welcome;

import io.qunbot.chat.Body;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Located;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the words for those who came together: one message, in which each is greeted as fits them. */
final class Reception {

    static final String RULE = "welcome.say";
    private static final Greeting BACK = Greeting.parse("欢迎回来,{{names}}!");
    private static final int MOST_NUMBERS = 5;

    private final List<Located<Greeting>> greetings;
    private final PluginServices services;
    private final Newcomers.Party party;
    private final ChatContext chat;
    private final Guestbook book;
    private final LocalTime time;
    private final Map<Greeting, Newcomers.Party> groups = new LinkedHashMap<>();

    Reception(List<Located<Greeting>> greetings, PluginServices services, Newcomers.Party party, ChatContext chat) {
        this.greetings = greetings;
        this.services = services;
        this.party = party;
        this.chat = chat;
        this.book = new Guestbook(chat);
        this.time = chat.now().atZone(services.zone()).toLocalTime();
    }

    /** What is said; empty when nothing fits. */
    Optional<Body> words() {
        sort();
        List<Body> bodies = new ArrayList<>();
        groups.forEach((greeting, some) -> greeting.saying().body(values(some)).ifPresent(body -> {
            bodies.addAll(body.each());
            note(greeting, some);
        }));
        return bodies.isEmpty() ? Optional.empty() : Optional.of(together(bodies));
    }

    /** Those of whom nothing is known are greeted with those who get the same words. */
    private void sort() {
        Map<Greeting, List<MemberId>> members = new LinkedHashMap<>();
        party.members().forEach(member -> greeting(member)
                .ifPresent(found -> members.computeIfAbsent(found, _ -> new ArrayList<>()).add(member)));
        int strangers = party.count() - party.members().size();
        Optional<Greeting> common = greetings.stream().map(Located::value)
                .filter(each -> each.isForStrangers(time)).findFirst().filter(_ -> strangers > 0);
        common.ifPresent(greeting -> members.computeIfAbsent(greeting, _ -> List.of()));
        members.forEach((greeting, some) -> groups.put(greeting, new Newcomers.Party(some,
                some.size() + (common.filter(greeting::equals).isPresent() ? strangers : 0))));
    }

    private Optional<Greeting> greeting(MemberId member) {
        boolean returns = book.find(member).filter(Guest::returns).isPresent();
        Optional<Greeting> written = greetings.stream().map(Located::value)
                .filter(each -> each.isFor(time, chat.person(member), returns, chat.now(), services)).findFirst();
        return returns ? written.or(() -> Optional.of(BACK)) : written;
    }

    private void note(Greeting greeting, Newcomers.Party some) {
        Finding acts = Finding.of(Kind.ACTS, "欢迎 " + some.count() + " 人", "welcomes " + some.count());
        chat.note(greetings.stream().filter(each -> each.value().equals(greeting)).findFirst()
                .map(each -> acts.on(RULE, each.place())).orElse(acts));
    }

    private Map<String, Object> values(Newcomers.Party some) {
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now());
        values.put("names", Guests.names(some, chat));
        values.put("count", some.count());
        single(Guests.ways(some, chat)).ifPresent(way -> values.put("way", Foreign.echo(way)));
        single(Guests.inviters(some, chat)).ifPresent(name -> values.put("inviter", name));
        List<Integer> numbers = numbers(some);
        if (!numbers.isEmpty()) {
            values.put("number", numbers.getLast());
            values.put("numbers", print(numbers));
        }
        return values;
    }

    private static Optional<String> single(List<String> facts) {
        return facts.size() == 1 ? Optional.of(facts.getFirst()) : Optional.empty();
    }

    /** The how many-th members they are: whoever came last is the last. Unknown where the order is. */
    private List<Integer> numbers(Newcomers.Party some) {
        OptionalInt size = chat.group().size();
        if (size.isEmpty() || size.getAsInt() < party.count()) {
            return size.isEmpty() || groups.size() > 1 ? List.of() : List.of(size.getAsInt());
        }
        int first = size.getAsInt() - party.count() + 1;
        if (some.count() == party.count()) {
            return IntStream.rangeClosed(first, size.getAsInt()).boxed().toList();
        }
        return party.count() > party.members().size()
                ? List.of()
                : some.members().stream().map(member -> first + party.members().indexOf(member)).toList();
    }

    private static String print(List<Integer> numbers) {
        boolean running = numbers.getLast() - numbers.getFirst() == numbers.size() - 1;
        if (running && numbers.size() > 2) {
            return numbers.getFirst() + " 到 " + numbers.getLast();
        }
        String list = numbers.stream().limit(MOST_NUMBERS).map(String::valueOf).collect(Collectors.joining("、"));
        return numbers.size() > MOST_NUMBERS ? list + " 等" : list;
    }

    /** The words first, then each of what goes with them once. */
    private static Body together(List<Body> bodies) {
        List<Body> words = bodies.stream().filter(Body.Text.class::isInstance).toList();
        List<Body> all = new ArrayList<>();
        if (!words.isEmpty()) {
            all.add(Body.text(words.stream().map(Body::plain).collect(Collectors.joining("\n"))));
        }
        bodies.stream().filter(body -> !words.contains(body)).distinct().forEach(all::add);
        return all.size() == 1 ? all.getFirst() : new Body.Several(all);
    }
}
