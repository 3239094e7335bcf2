package io.qunbot.dispatch;

import com.google.gson.Gson;
import io.qunbot.chat.Chat;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bot's own events, alarms and what plugins send to each other's lanes, as bytes for the journal. */
final class InternalEvents {

    /** The channel of alarms. */
    static final String CLOCK = "clock";
    /** The channel of what plugins send to other lanes. */
    static final String BOT = "bot";

    private static final Gson GSON = new Gson();

    private record Form(String key, String lane, long at, String plugin, String kind, String payload,
            @Nullable From from) {}

    /** Where something comes from; older rows have none. */
    private record From(String profile, @Nullable Chat chat, String channel, String key, long seq,
            int depth) {

        static @Nullable From of(Origin origin) {
            return origin.equals(Origin.NONE)
                    ? null
                    : new From(origin.profile(), origin.chat().orElse(null), origin.event().channel(),
                            origin.event().key(), origin.seq(), origin.depth());
        }

        static Origin origin(@Nullable From from) {
            return from == null
                    ? Origin.NONE
                    : new Origin(from.profile(), Optional.ofNullable(from.chat()),
                            new EventId(from.channel(), from.key()), from.seq(), from.depth());
        }
    }

    /** The rules of a conversation are looked at. */
    private record Rules(String key, @Nullable Chat chat, long at) {}

    private InternalEvents() {}

    static boolean owns(String channel) {
        return channel.equals(CLOCK) || channel.equals(BOT);
    }

    static byte[] encode(Event.Rang rang) {
        return bytes(new Form(rang.id().key(), rang.lane().value(), rang.at().toEpochMilli(), rang.plugin(),
                rang.key(), rang.payload(), null));
    }

    static byte[] encode(Event.Custom custom) {
        return bytes(new Form(custom.id().key(), custom.lane().value(), custom.at().toEpochMilli(), custom.plugin(),
                custom.kind(), custom.payload(), From.of(custom.origin())));
    }

    static byte[] encode(Event.Ruled ruled) {
        return GSON.toJson(new Rules(ruled.id().key(), ruled.chat(), ruled.at().toEpochMilli()))
                .getBytes(StandardCharsets.UTF_8);
    }

    static Event decode(String channel, byte[] payload) {
        String json = new String(payload, StandardCharsets.UTF_8);
        Rules rules = GSON.fromJson(json, Rules.class);
        if (rules.chat() != null) {
            return new Event.Ruled(new EventId(channel, rules.key()), Instant.ofEpochMilli(rules.at()), rules.chat());
        }
        Form form = GSON.fromJson(json, Form.class);
        EventId id = new EventId(channel, form.key());
        LaneId lane = new LaneId(form.lane());
        Instant at = Instant.ofEpochMilli(form.at());
        return channel.equals(CLOCK)
                ? new Event.Rang(id, at, lane, form.plugin(), form.kind(), form.payload())
                : new Event.Custom(id, at, lane, form.plugin(), form.kind(), form.payload(),
                        From.origin(form.from()));
    }

    private static byte[] bytes(Form form) {
        return GSON.toJson(form).getBytes(StandardCharsets.UTF_8);
    }
}
