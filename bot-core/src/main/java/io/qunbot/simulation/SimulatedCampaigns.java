package io.qunbot.simulation;

import io.qunbot.bot.campaign.Books;
import io.qunbot.bot.campaign.CampaignDesk;
import io.qunbot.bot.campaign.Postman;
import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.plugin.PluginServices;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import io.qunbot.wecom.customer.CustomerTasks.Made;
import io.qunbot.wecom.customer.CustomerTasks.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Campaigns under virtual time: the real desk, and colleagues who have every customer and confirm at once. What they are
 * asked to send is heard where the sender holds a post. For one thread.
 */
final class SimulatedCampaigns implements Postman {

    private final Store store;
    private final Supplier<RuleBook> book;
    private final InstantSource clock;
    private final Consumer<Utterance> ear;
    private final CampaignDesk desk;
    private final Map<String, List<MemberId>> tasks = new HashMap<>();
    private Optional<Instant> next;

    SimulatedCampaigns(Store store, Supplier<RuleBook> book, InstantSource clock, Consumer<Utterance> ear) {
        this.store = store;
        this.book = book;
        this.clock = clock;
        this.ear = ear;
        this.desk = new CampaignDesk(new CampaignDesk.Sources(store, new GroupDirectory(store), book,
                Optional.of(this), clock));
        this.next = first();
    }

    private Optional<Instant> first() {
        return new Books(book.get()).all().isEmpty() ? Optional.empty() : Optional.of(clock.instant());
    }

    /** When there is something to do; empty when there are no campaigns. */
    Optional<Instant> next() {
        return next;
    }

    /** Other rules are in force. */
    void again() {
        next = first();
    }

    /** Does what is due. */
    void work() {
        if (next.filter(due -> !due.isAfter(clock.instant())).isPresent()) {
            next = desk.work();
        }
    }

    @Override
    public boolean isCustomer(MemberId member) {
        return true;
    }

    @Override
    public Map<MemberId, List<MemberId>> followers() {
        List<MemberId> colleagues = book.get().profiles().stream().map(Profile::services)
                .flatMap(services -> services.posts().stream().flatMap(post -> staff(services, post).stream()))
                .distinct().toList();
        Set<String> people = new LinkedHashSet<>();
        store.memories().cards((lane, _) -> people.add(lane.subject()));
        store.activity().each(row -> people.add(row.member()));
        return people.stream().collect(Collectors.toMap(MemberId::new, _ -> colleagues));
    }

    private List<MemberId> staff(PluginServices services, String post) {
        return services.onDuty(post, clock.instant());
    }

    @Override
    public Made ask(Errand errand) {
        String id = "task-" + (tasks.size() + 1);
        tasks.put(id, errand.customers());
        place(errand.sender()).ifPresent(chat -> ear.accept(new Utterance(chat.id(), clock.instant(), "task",
                List.of(errand.sender()), errand.body().plain(), Outcome.QUEUED_FOR_CONFIRMATION, "")));
        return new Made(id, Set.of());
    }

    private Optional<Chat> place(MemberId sender) {
        List<Chat> chats = store.chats().stream().flatMap(lane -> lane.chat().stream()).toList();
        return chats.stream()
                .filter(chat -> book.get().profileOf(chat, Optional.empty()).services().isStaff(sender)).findFirst()
                .or(() -> chats.stream().findFirst());
    }

    @Override
    public Optional<String> find(Errand errand, Instant since, Instant now) {
        return Optional.empty();
    }

    @Override
    public Map<MemberId, Progress> results(String task, MemberId sender) {
        return tasks.getOrDefault(task, List.of()).stream().collect(Collectors.toMap(each -> each,
                _ -> Progress.SENT));
    }

    @Override
    public void remind(String task) {
        // they need no reminder
    }

    @Override
    public void cancel(String task) {
        tasks.remove(task);
    }

    @Override
    public Set<MemberId> say(List<MemberId> members, Body body) {
        return Set.of();
    }
}
