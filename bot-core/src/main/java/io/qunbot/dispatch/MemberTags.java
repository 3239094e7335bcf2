package io.qunbot.dispatch;

import com.google.gson.Gson;
import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The core's own stage on every member's lane: keeps the tags that rules in any group put on them. */
final class MemberTags implements Stage {

    static final String NAME = "tags";
    static final String KEY = "tags";

    private static final Gson GSON = new Gson();

    /** What is remembered of a member. */
    record Tags(List<String> names) {}

    private record Order(List<String> add, List<String> remove) {}

    static String order(Action.Tag tag) {
        return GSON.toJson(new Order(tag.add(), tag.remove()));
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        if (event instanceof Event.Custom custom) {
            Order order = GSON.fromJson(custom.payload(), Order.class);
            Set<String> names = new LinkedHashSet<>(
                    chat.memory().get(KEY, Tags.class).map(Tags::names).orElse(List.of()));
            order.remove().forEach(names::remove);
            names.addAll(order.add());
            chat.memory().put(KEY, new Tags(List.copyOf(names)));
        }
        return Reaction.pass();
    }
}
