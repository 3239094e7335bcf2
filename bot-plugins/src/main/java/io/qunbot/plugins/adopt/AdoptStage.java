package io.qunbot.plugins.adopt;

import io.qunbot.calendar.Slots;
import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.Unclaimed;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Located;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In a group it sees that something happens; on the profile's lane it keeps the time of all of them. */
final class AdoptStage implements Stage {

    /** What a group sends its profile while no time is set. */
    private static final String SEEN = "seen";
    private static final String GONE = "gone";
    private static final String BACK = "back";
    private static final String ALARM = "adopt";

    private final AdoptSettings settings;
    private final PluginServices services;
    private final Slots slots;

    AdoptStage(AdoptSettings settings, PluginServices services) {
        this.settings = settings;
        this.services = services;
        this.slots = settings.at().value().slots(services.zone(), services.holidays());
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        return Reaction.pass(switch (event) {
            case Event.Ruled _ -> List.<Action>of(); // nothing happened in the group
            case Event.InChat in when isGroup(in.chat().kind()) -> happened(in, chat);
            case Event.Custom custom -> heard(custom, chat);
            case Event.Rang rang when rang.key().equals(ALARM) -> due(chat);
            default -> List.<Action>of();
        });
    }

    private static boolean isGroup(ChatKind kind) {
        return kind == ChatKind.INTERNAL || kind == ChatKind.CUSTOMER;
    }

    private List<Action> happened(Event.InChat event, ChatContext chat) {
        String id = event.chat().id().value();
        boolean gone = event instanceof Event.Changed(var _, var _, var _, Event.Change what)
                && what == Event.Change.DISMISSED;
        boolean known = chat.shared(Gone.KEY, Gone.class).orElse(Gone.NONE).has(id);
        List<Action> actions = new ArrayList<>();
        if (gone != known) {
            actions.add(send(gone ? GONE : BACK, id));
        }
        if (!gone && chat.shared(Round.KEY, Round.class).filter(round -> round.stands(at(), chat.now())).isEmpty()) {
            actions.add(send(SEEN, id));
        }
        return actions;
    }

    private Action send(String kind, String group) {
        return new Action.Emit(LaneId.ofProfile(services.profile()), kind, group);
    }

    private List<Action> heard(Event.Custom custom, ChatContext chat) {
        Gone gone = chat.memory().get(Gone.KEY, Gone.class).orElse(Gone.NONE);
        switch (custom.kind()) {
            case GONE -> chat.memory().put(Gone.KEY, gone.with(custom.payload()));
            case BACK -> chat.memory().put(Gone.KEY, gone.without(custom.payload()));
            default -> {
                return round(chat).stands(at(), chat.now()) ? List.of() : next(round(chat), chat);
            }
        }
        return List.of();
    }

    private static Round round(ChatContext chat) {
        return chat.memory().get(Round.KEY, Round.class).orElse(Round.FIRST);
    }

    private String at() {
        return settings.at().value().toString();
    }

    /** Sets the next time: none on a day on which it was told already. */
    private List<Action> next(Round round, ChatContext chat) {
        Instant told = slots.resume(round.toldAt());
        Optional<Instant> next = slots.next(told.isAfter(chat.now()) ? told : chat.now());
        next.ifPresent(time -> chat.memory().put(Round.KEY, round.at(at(), time)));
        return next.<Action>map(time -> new Action.Wake(ALARM, time, "")).stream().toList();
    }

    private List<Action> due(ChatContext chat) {
        Round round = round(chat);
        boolean early = slots.next(slots.resume(round.toldAt())).filter(chat.now()::isBefore).isPresent();
        if (early) {
            return next(round, chat); // the operator chose a later hour meanwhile
        }
        Gone gone = chat.memory().get(Gone.KEY, Gone.class).orElse(Gone.NONE);
        List<Unclaimed> groups = chat.unclaimed(chat.now().minus(settings.within())).stream()
                .filter(group -> !gone.has(group.chat().id().value())).toList();
        if (groups.isEmpty()) {
            chat.memory().remove(Round.KEY); // the next group that turns up sets the time again
            return List.of();
        }
        List<Action> actions = new ArrayList<>(next(round.told(chat.now()), chat));
        told(groups, chat).ifPresent(actions::add);
        return actions;
    }

    private Optional<Action.Tell> told(List<Unclaimed> groups, ChatContext chat) {
        chat.note(Finding.of(Kind.ACTS, groups.size() + " 个群没有认领", groups.size() + " groups are unclaimed")
                .on(AdoptPlugin.NAME, settings.at().place()));
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now());
        values.put("count", groups.size());
        values.put("names", Names.of(groups));
        return settings.tell().action(values, AdoptPlugin.NAME, services, chat)
                .map(tell -> new Action.Tell(tell.who(), tell.body(), tell.rule(), tell.urgent(), tell.care(), true));
    }

    @Override
    public boolean expects(String alarm, String payload) {
        return alarm.equals(ALARM);
    }

    @Override
    public List<Located<String>> rules() {
        return List.of(new Located<>(AdoptPlugin.NAME, settings.at().place()));
    }
}
